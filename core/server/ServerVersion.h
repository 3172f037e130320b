#pragma once

namespace masclet
{

// PostgreSQL's version numbers as PQserverVersion() and pg_dump's archives have them: major × 10000 + minor.
constexpr int perMajor = 10000;
constexpr int version14 = 14 * perMajor;
constexpr int version15 = 15 * perMajor;
constexpr int version16 = 16 * perMajor;
constexpr int version17 = 17 * perMajor;
constexpr int version18 = 18 * perMajor;

} // namespace masclet
