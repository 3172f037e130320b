#include "app/keychain/KeychainThread.h"

#include <QCoreApplication>
#include <QThread>

namespace masclet
{

namespace
{

constexpr unsigned long endLimit = 1000; ///< milliseconds

struct Running {
    QThread *thread = nullptr;
    QObject *inside = nullptr; ///< lives on the thread
};

/// A thread that is stuck in a call to the bus is left alone: the process ends all the same.
void end(const Running &running)
{
    running.thread->quit();
    running.thread->wait(endLimit);
}

const Running &running()
{
    static const Running made = [] {
        Running fresh{new QThread, new QObject};
        fresh.thread->setObjectName(QStringLiteral("keychain"));
        fresh.inside->moveToThread(fresh.thread);
        fresh.thread->start();
        qAddPostRoutine([] { end(running()); });
        return fresh;
    }();
    return made;
}

} // namespace

void onKeychainThread(std::function<void()> work)
{
    QMetaObject::invokeMethod(running().inside, std::move(work), Qt::QueuedConnection);
}

} // namespace masclet
