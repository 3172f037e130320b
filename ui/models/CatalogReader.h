#pragma once

#include "core/catalog/Catalog.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>

namespace masclet
{

/// Asks the catalog on a thread of its own that keeps it open, so that a page of a list is there at once and
/// no window ever waits for the disk. Lives on the main thread.
class CatalogReader : public QObject
{
    Q_OBJECT

public:
    explicit CatalogReader(QString path, QObject *parent = nullptr);
    /// Waits for the question that is being answered; others are dropped.
    ~CatalogReader() override;

    /// `question(const Catalog &)` returns a Result<T>, on the reader's thread; `answer(Result<T>)` gets it
    /// on the main thread if `receiver` still lives.
    template <class Question, class Answer>
    void ask(QObject *receiver, Question question, Answer answer);
    /// The file may be another one by now.
    void reopen();
    /// Every question has been answered.
    bool isIdle() const { return m_open == 0; }

private:
    /// Lives on the thread; owns the catalog there.
    class Worker : public QObject
    {
    public:
        explicit Worker(QString path);
        Result<const Catalog *> catalog();
        void close() { m_catalog.reset(); }

    private:
        QString m_path;
        std::optional<Catalog> m_catalog;
    };

    QThread m_thread;
    Worker *m_worker;
    int m_open = 0; ///< questions without an answer
};

template <class Question, class Answer>
void CatalogReader::ask(QObject *receiver, Question question, Answer answer)
{
    const QPointer<QObject> guard(receiver);
    ++m_open;
    QMetaObject::invokeMethod(
        m_worker,
        [this, guard, question = std::move(question), answer = std::move(answer)] {
            using Reply = std::invoke_result_t<Question, const Catalog &>;
            const Result<const Catalog *> catalog = m_worker->catalog();
            Reply reply = catalog ? question(**catalog) : Reply(fail(catalog.error()));
            QMetaObject::invokeMethod(
                this,
                [this, guard, answer, reply = std::move(reply)] {
                    --m_open;
                    if (guard)
                        answer(reply);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace masclet
