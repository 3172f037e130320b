#include "ui/models/CatalogReader.h"

namespace masclet
{

CatalogReader::Worker::Worker(QString path)
    : m_path(std::move(path))
{
}

Result<const Catalog *> CatalogReader::Worker::catalog()
{
    if (!m_catalog) {
        MASCLET_TRY_ASSIGN(m_catalog, Catalog::openForReading(m_path));
    }
    return &*m_catalog;
}

CatalogReader::CatalogReader(QString path, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(std::move(path)))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("catalog"));
    m_thread.start();
}

CatalogReader::~CatalogReader()
{
    m_thread.quit();
    m_thread.wait();
}

void CatalogReader::reopen()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->close(); }, Qt::QueuedConnection);
}

} // namespace masclet
