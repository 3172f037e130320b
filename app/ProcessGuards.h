#pragma once

namespace masclet
{

/// What both programs do first in main(): passwords reach neither core files nor other processes of this user
/// (release builds), files are private whatever the umask was, a reader that went away kills nothing, and
/// what nothing handles (out of memory, mostly) ends with exit code 1. Call once, before anything else.
void guardProcess();

} // namespace masclet
