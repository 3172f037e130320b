#pragma once

#include <functional>

namespace masclet
{

/// Runs `work` on the one thread where QtKeychain lives. Its jobs need an event loop, and it queues them in
/// an object that belongs to the first thread that uses it: one thread for the whole process. Started by the
/// first call, ended with the application. Any thread may call; returns at once.
void onKeychainThread(std::function<void()> work);

} // namespace masclet
