# Sections 7.1 and 7.2 of the seed document, its commands as they stand there. Run by tst_SeedCommands with PGHOST
# and PGPORT set, in a namespace whose /backups is the test's repository.
set -euo pipefail

# 1. Verificar existencia y fecha del backup
ls -l /backups/db/masclet_imperi_$(date +%Y%m%d).sql.gz

# 2. Comprobar integridad del archivo
gunzip -t /backups/db/masclet_imperi_$(date +%Y%m%d).sql.gz

# 3. Verificar tamaño esperado (>1MB)
find /backups/db -type f -name "masclet_imperi_$(date +%Y%m%d).sql.gz" -size +1M | grep .

# 1. Crear base de datos de prueba
createdb -U postgres masclet_imperi_test

# 2. Restaurar backup en DB de prueba
gunzip -c /backups/db/masclet_imperi_$(date +%Y%m%d).sql.gz | \
psql -U postgres masclet_imperi_test

# 3. Verificar datos críticos
psql -U postgres masclet_imperi_test -c "SELECT COUNT(*) FROM animals;"
psql -U postgres masclet_imperi_test -c "SELECT COUNT(*) FROM parts;"

# 4. Limpiar prueba
dropdb -U postgres masclet_imperi_test
