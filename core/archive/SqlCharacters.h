#pragma once

#include <QByteArray>

namespace masclet
{

/// Finds character borders in the client encodings whose later bytes may look like ASCII (a backslash, a
/// semicolon). In all other encodings every byte below 0x80 is a character of its own and there is nothing to
/// do. Byte by byte, so that a character may be divided by a chunk's edge.
class SqlCharacters
{
public:
    /// `name` as in SET client_encoding; case and punctuation do not matter, unknown names are safe ones.
    void setEncoding(const QByteArray &name);
    bool needed() const { return m_family != Family::Safe; }
    /// To be asked for each byte in order: true when it belongs to the character begun before it.
    bool isLater(unsigned char byte);

private:
    enum class Family { Safe, ShiftJis, TwoBytes, Johab, Gb18030 };
    Family m_family = Family::Safe;
    int m_left = 0; // bytes that still belong to the character
    bool m_secondOfGb18030 = false;
};

} // namespace masclet
