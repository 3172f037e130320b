#pragma once

#include "core/base/Text.h"

#include <cstddef>
#include <cstring>

namespace masclet
{

// Classes of bytes as the server's lexer has them (scan.l). Only for the files of this folder.

inline bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Both end a comment.
inline bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// May begin a word.
inline bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The first `c`, or `end`.
inline const char *findByte(const char *begin, const char *end, char c)
{
    const void *found = std::memchr(begin, c, size_t(end - begin));
    return found ? static_cast<const char *>(found) : end;
}

} // namespace masclet
