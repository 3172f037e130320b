#pragma once

#include <chrono>
#include <cstddef>

namespace masclet
{

// Of programs that do nothing but pass bytes on (age, pg_restore): what feeds them has a limit of its own.
constexpr std::chrono::milliseconds passingStallLimit = std::chrono::minutes(15);
constexpr size_t passingBlock = 1024 * 1024;

} // namespace masclet
