#pragma once

namespace masclet::test
{

/// Gives this process a mount namespace of its own: what it mounts nobody else sees, and it goes with the
/// process. An ordinary user gets the right to mount in it and keeps its number. To be called before the
/// process has threads, so from main(). False: mounting will fail.
bool enterOwnMounts();

} // namespace masclet::test
