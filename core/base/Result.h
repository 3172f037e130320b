#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace masclet
{

/// A value or the reason why there is none. One alias, so a later change to std::expected is one line.
template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(ErrorKind kind, QString message, QString hint = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(hint), std::move(detail), {}});
}

} // namespace masclet

/// Returns the error of `expression` to the caller, or goes on.
#define MASCLET_TRY(expression)                                                                              \
    do {                                                                                                     \
        if (auto mascletTried = (expression); !mascletTried)                                                 \
            return ::masclet::fail(std::move(mascletTried).error());                                         \
    } while (false)

#define MASCLET_JOIN2(a, b) a##b
#define MASCLET_JOIN(a, b) MASCLET_JOIN2(a, b)

/// `MASCLET_TRY_ASSIGN(auto x, expression)`: x is the value, or the error goes to the caller.
#define MASCLET_TRY_ASSIGN(declaration, expression)                                                          \
    auto MASCLET_JOIN(mascletTried, __LINE__) = (expression);                                                \
    if (!MASCLET_JOIN(mascletTried, __LINE__))                                                               \
        return ::masclet::fail(std::move(MASCLET_JOIN(mascletTried, __LINE__)).error());                     \
    declaration = std::move(*MASCLET_JOIN(mascletTried, __LINE__))
