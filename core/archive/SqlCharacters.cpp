#include "core/archive/SqlCharacters.h"

namespace masclet
{

// Lengths as PostgreSQL's own lexers count them: src/common/wchar.c, names: src/common/encnames.c.

void SqlCharacters::setEncoding(const QByteArray &name)
{
    QByteArray plain;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
        else if (c >= 'A' && c <= 'Z')
            plain += char(c - 'A' + 'a');
    }
    static const struct {
        const char *name;
        Family family;
    } known[] = {
        {"sjis", Family::ShiftJis},   {"shiftjis", Family::ShiftJis},   {"mskanji", Family::ShiftJis},
        {"win932", Family::ShiftJis}, {"windows932", Family::ShiftJis}, {"shiftjis2004", Family::ShiftJis},
        {"big5", Family::TwoBytes},   {"win950", Family::TwoBytes},     {"windows950", Family::TwoBytes},
        {"gbk", Family::TwoBytes},    {"win936", Family::TwoBytes},     {"windows936", Family::TwoBytes},
        {"uhc", Family::TwoBytes},    {"win949", Family::TwoBytes},     {"windows949", Family::TwoBytes},
        {"johab", Family::Johab},     {"gb18030", Family::Gb18030},
    };
    m_family = Family::Safe;
    m_left = 0;
    m_secondOfGb18030 = false;
    for (const auto &row : known) {
        if (plain == row.name)
            m_family = row.family;
    }
}

bool SqlCharacters::isLater(unsigned char byte)
{
    if (m_left > 0) {
        --m_left;
        if (m_secondOfGb18030) {
            m_secondOfGb18030 = false;
            if (byte >= 0x30 && byte <= 0x39)
                m_left = 2;
        }
        return true;
    }
    if (byte < 0x80)
        return false;
    switch (m_family) {
    case Family::Safe:
        break;
    case Family::ShiftJis:
        m_left = byte >= 0xa1 && byte <= 0xdf ? 0 : 1;
        break;
    case Family::TwoBytes:
        m_left = 1;
        break;
    case Family::Johab:
        m_left = byte == 0x8f ? 2 : 1;
        break;
    case Family::Gb18030:
        m_left = 1;
        m_secondOfGb18030 = true;
        break;
    }
    return false;
}

} // namespace masclet
