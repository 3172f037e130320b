<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>There is no user %1 on this machine.</source>
        <translation>No hay ningún usuario %1 en esta máquina.</translation>
    </message>
    <message>
        <source>Cannot make a pipe</source>
        <translation>No se puede crear una tubería</translation>
    </message>
    <message>
        <source>Cannot start a process</source>
        <translation>No se puede iniciar un proceso</translation>
    </message>
    <message>
        <source>Nothing can be asked as the user %1.</source>
        <translation>No se puede preguntar nada como el usuario %1.</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>The key is protected by a passphrase.</source>
        <translation>La clave está protegida por una frase de contraseña.</translation>
    </message>
    <message>
        <source>Backups and restore tests run without a person: give a key without one, in a file that only its owner can read.</source>
        <translation>Las copias y las pruebas de restauración se ejecutan sin ninguna persona: dé una clave sin frase, en un archivo que solo pueda leer su dueño.</translation>
    </message>
    <message>
        <source>This is no secret key of age.</source>
        <translation>Esto no es una clave secreta de age.</translation>
    </message>
    <message>
        <source>It has a line that begins with AGE-SECRET-KEY-1; masclet-backup key create makes one.</source>
        <translation>Tiene una línea que empieza por AGE-SECRET-KEY-1; masclet-backup key create crea una.</translation>
    </message>
    <message>
        <source>The backup could not be encrypted.</source>
        <translation>La copia no se pudo cifrar.</translation>
    </message>
    <message>
        <source>Look at the public keys of the profile.</source>
        <translation>Revise las claves públicas del perfil.</translation>
    </message>
    <message>
        <source>The stored bytes of the encrypted file are not what its manifest says.</source>
        <translation>Los bytes guardados del archivo cifrado no son los que dice su manifiesto.</translation>
    </message>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>The key does not open the file, which itself is as it was stored.</source>
        <translation>La clave no abre el archivo, que por su parte está tal como se guardó.</translation>
    </message>
    <message>
        <source>Give the secret key that belongs to one of the public keys in the manifest.</source>
        <translation>Dé la clave secreta que corresponde a una de las claves públicas del manifiesto.</translation>
    </message>
    <message>
        <source>What the encrypted file holds is cut.</source>
        <translation>El contenido del archivo cifrado está cortado.</translation>
    </message>
    <message>
        <source>The encrypted file holds more than its manifest says.</source>
        <translation>El archivo cifrado contiene más de lo que dice su manifiesto.</translation>
    </message>
    <message>
        <source>age was ended by signal %1 while it decrypted.</source>
        <translation>age acabó por la señal %1 mientras descifraba.</translation>
    </message>
    <message>
        <source>The file itself is as it was stored. Look whether the machine is short of memory, and try again.</source>
        <translation>El fichero está tal como se guardó. Mire si a la máquina le falta memoria e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>A step was not undone: %1</source>
        <translation>No se deshizo un paso: %1</translation>
    </message>
    <message>
        <source>There is no alarm &quot;%1&quot;.</source>
        <translation>No hay ninguna alarma &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup alarm list&quot; shows them.</source>
        <translation>&quot;masclet-backup alarm list&quot; las muestra.</translation>
    </message>
</context>
<context>
    <name>AlarmBook</name>
    <message>
        <source>alarm</source>
        <translation>alarma</translation>
    </message>
    <message>
        <source>alarms</source>
        <translation>alarmas</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
    <message>
        <source>Another run is telling the contacts about its alarms.</source>
        <translation>Otra ejecución está avisando a los contactos de sus alarmas.</translation>
    </message>
    <message>
        <source>The list of open alarms could not be read and begins anew: %1</source>
        <translation>No se pudo leer la lista de alarmas abiertas y empieza de nuevo: %1</translation>
    </message>
</context>
<context>
    <name>AlarmCommands</name>
    <message>
        <source>show what is broken until somebody mends it</source>
        <translation>mostrar lo que está roto hasta que alguien lo arregle</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarma</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>There is no alarm.</source>
        <translation>No hay ninguna alarma.</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>ALARMA</translation>
    </message>
    <message>
        <source>as &quot;alarm list&quot; shows it</source>
        <translation>como la muestra &quot;alarm list&quot;</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed.</source>
        <translation>Simulacro: no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 is dealt with.</source>
        <translation>%1 queda resuelta.</translation>
    </message>
    <message>
        <source>Services that a run left down, and what contacts are told of. Ends with 22 when there is anything that nobody looks after, with 3 when somebody does.</source>
        <translation>Servicios que una ejecución dejó parados, y aquello de lo que se avisa a los contactos. Termina con 22 cuando hay algo de lo que nadie se ocupa, y con 3 cuando alguien lo hace.</translation>
    </message>
    <message>
        <source>say that you look after an alarm, or put a service right by hand</source>
        <translation>decir que alguien se ocupa de una alarma, o que arregló un servicio a mano</translation>
    </message>
    <message>
        <source>Nobody else is told of it any more until it is over. Of a service that a run left down it says that it was put right: the next run would try again otherwise. It is kept in the journal who said so.</source>
        <translation>No se avisa a nadie más hasta que termine. De un servicio que una ejecución dejó parado, dice que ya está arreglado: si no, la próxima ejecución lo intentaría de nuevo. El diario guarda quién lo dijo.</translation>
    </message>
    <message>
        <source>You look after %1; nobody else is told of it.</source>
        <translation>Se ocupa de %1; no se avisa a nadie más.</translation>
    </message>
</context>
<context>
    <name>AlarmText</name>
    <message>
        <source>%1 looks after it</source>
        <translation>%1 se ocupa</translation>
    </message>
    <message>
        <source>nobody was told yet</source>
        <translation>aún no se ha avisado a nadie</translation>
    </message>
    <message>
        <source>told: %1</source>
        <translation>avisados: %1</translation>
    </message>
    <message>
        <source>The profile names nobody who could be told.</source>
        <translation>El perfil no nombra a nadie a quien avisar.</translation>
    </message>
    <message>
        <source>Nobody else will be told.</source>
        <translation>No se avisará a nadie más.</translation>
    </message>
    <message>
        <source>Next to be told: %1, when alarms are looked at again.</source>
        <translation>Siguiente aviso: %1, cuando vuelvan a mirarse las alarmas.</translation>
    </message>
    <message>
        <source>Told again: %1, on %2.</source>
        <translation>Nuevo aviso a: %1, el %2.</translation>
    </message>
    <message>
        <source>Next to be told: %1, on %2.</source>
        <translation>Siguiente aviso: %1, el %2.</translation>
    </message>
    <message>
        <source>Alarm since %1, %2: %3</source>
        <translation>Alarma desde %1, %2: %3</translation>
    </message>
    <message>
        <source>nobody looks after it</source>
        <translation>nadie se ocupa</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s), the oldest since %1.</source>
        <translation>
            <numerusform>%n alarma, desde %1.</numerusform>
            <numerusform>%n alarmas, la más antigua desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody looks after %n of them.</source>
        <translation>
            <numerusform>De %n de ellas no se ocupa nadie.</numerusform>
            <numerusform>De %n de ellas no se ocupa nadie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody looks after each of them.</source>
        <translation>Alguien se ocupa de cada una.</translation>
    </message>
</context>
<context>
    <name>AlarmWatch</name>
    <message>
        <source>%1 could not be told by %2: %3</source>
        <translation>No se pudo avisar a %1 por %2: %3</translation>
    </message>
    <message>
        <source>The repository could not be looked at.</source>
        <translation>No se pudo mirar el repositorio.</translation>
    </message>
    <message>
        <source>There is no alarm &quot;%1&quot;.</source>
        <translation>No hay ninguna alarma «%1».</translation>
    </message>
    <message>
        <source>&quot;masclet-backup alarm list&quot; shows them.</source>
        <translation>«masclet-backup alarm list» las muestra.</translation>
    </message>
    <message>
        <source>The profile names nobody who could be told.</source>
        <translation>El perfil no nombra a nadie a quien avisar.</translation>
    </message>
    <message>
        <source>Its file has a [[contacts]] table for each person.</source>
        <translation>Su archivo tiene una tabla [[contacts]] por persona.</translation>
    </message>
    <message>
        <source>Mail leaves this machine without encryption, a password as well (mail_security = none).</source>
        <translation>El correo sale de esta máquina sin cifrar, también la contraseña (mail_security = none).</translation>
    </message>
</context>
<context>
    <name>ArchiveIndex</name>
    <message>
        <source>The archive&apos;s index contradicts itself: %1</source>
        <translation>El índice del archivo se contradice: %1</translation>
    </message>
    <message>
        <source>The manifest was changed or is damaged.</source>
        <translation>El manifiesto se cambió o está dañado.</translation>
    </message>
    <message>
        <source>a number is missing or out of range.</source>
        <translation>falta un número o está fuera de rango.</translation>
    </message>
    <message>
        <source>numbers are missing.</source>
        <translation>faltan números.</translation>
    </message>
    <message>
        <source>a member has an impossible size.</source>
        <translation>un bloque tiene un tamaño imposible.</translation>
    </message>
    <message>
        <source>Archive index, table</source>
        <translation>Índice del archivo, tabla</translation>
    </message>
    <message>
        <source>a table has no name or no rows&apos; place.</source>
        <translation>una tabla no tiene nombre o le falta el lugar de sus filas.</translation>
    </message>
    <message>
        <source>its tables are not in the order of the archive.</source>
        <translation>sus tablas no están en el orden del archivo.</translation>
    </message>
    <message>
        <source>a table&apos;s rows lie where they cannot lie.</source>
        <translation>las filas de una tabla están donde no pueden estar.</translation>
    </message>
    <message>
        <source>rows lie behind the data section.</source>
        <translation>hay filas detrás de la sección de datos.</translation>
    </message>
    <message>
        <source>its sections are not in order.</source>
        <translation>sus secciones no están en orden.</translation>
    </message>
    <message>
        <source>a table is listed twice.</source>
        <translation>una tabla aparece dos veces.</translation>
    </message>
    <message>
        <source>the sums of its members do not fit.</source>
        <translation>las sumas de sus bloques no cuadran.</translation>
    </message>
    <message>
        <source>Archive index</source>
        <translation>Índice del archivo</translation>
    </message>
</context>
<context>
    <name>ArchiveStream</name>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>Cannot read the archive</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>The archive is cut at byte %1 of %2.</source>
        <translation>El archivo está cortado en el byte %1 de %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) stand behind the end of the archive, at byte %1.</source>
        <translation>
            <numerusform>Hay %n byte detrás del final del archivo, en el byte %1.</numerusform>
            <numerusform>Hay %n bytes detrás del final del archivo, en el byte %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The index of the archive does not cover it to its end.</source>
        <translation>El índice del archivo no lo cubre hasta el final.</translation>
    </message>
    <message>
        <source>Part %1 of the archive has not the rows that its index says.</source>
        <translation>La parte %1 del archivo no tiene las filas que dice su índice.</translation>
    </message>
    <message>
        <source>The content of the archive is not what its manifest says.</source>
        <translation>El contenido del archivo no es el que dice su manifiesto.</translation>
    </message>
    <message>
        <source>The stored bytes of the archive are not what its manifest says.</source>
        <translation>Los bytes guardados del archivo no son los que dice su manifiesto.</translation>
    </message>
    <message>
        <source>The tables in the archive are not those that its index says.</source>
        <translation>Las tablas del archivo no son las que dice su índice.</translation>
    </message>
    <message>
        <source>The key in the archive&apos;s first line is not the one that its manifest says.</source>
        <translation>La clave de la primera línea del archivo no es la que dice su manifiesto.</translation>
    </message>
    <message>
        <source>Part %1 of the archive, at byte %2, is damaged.</source>
        <translation>La parte %1 del archivo, en el byte %2, está dañada.</translation>
    </message>
    <message>
        <source>The archive is cut at byte %1.</source>
        <translation>El archivo está cortado en el byte %1.</translation>
    </message>
    <message>
        <source>The parts of the archive do not follow each other.</source>
        <translation>Las partes del archivo no van seguidas.</translation>
    </message>
</context>
<context>
    <name>AuditCommand</name>
    <message>
        <source>The journal is not what was written, from line %1 on.</source>
        <translation>El diario no es lo que se escribió, desde la línea %1.</translation>
    </message>
    <message>
        <source>Compare journal.jsonl with a copy of the repository made elsewhere.</source>
        <translation>Compare journal.jsonl con una copia del repositorio hecha en otro sitio.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n record(s).</source>
        <translation>
            <numerusform>El diario está entero: %n registro.</numerusform>
            <numerusform>El diario está entero: %n registros.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were cut by a crash and closed afterwards; that is no tampering.</source>
        <translation>
            <numerusform>%n línea quedó cortada por una caída y se cerró después; no es una manipulación.</numerusform>
            <numerusform>%n líneas quedaron cortadas por una caída y se cerraron después; no es una manipulación.</numerusform>
        </translation>
    </message>
    <message>
        <source>check that the journal is what was written</source>
        <translation>comprobar que el diario es lo que se escribió</translation>
    </message>
    <message>
        <source>Finds every record that was changed, added or removed. Records cut off at the end are found where this machine made the newest run, or where they made or tried a set that is still there. Ends with 16 when the journal is not what was written.</source>
        <translation>Encuentra cada registro cambiado, añadido o quitado. Los registros cortados al final se encuentran donde esta máquina hizo la ejecución más reciente, o cuando hicieron o probaron una copia que sigue ahí. Termina con 16 cuando el diario no es lo que se escribió.</translation>
    </message>
    <message numerus="yes">
        <source>The journal does not speak of runs that made or tried %n set(s): records are gone.</source>
        <translation>
            <numerusform>El diario no habla de ejecuciones que hicieron o probaron %n copia: faltan registros.</numerusform>
            <numerusform>El diario no habla de ejecuciones que hicieron o probaron %n copias: faltan registros.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupCommand</name>
    <message>
        <source>make a backup: dumped in one snapshot, counted, synced, read back</source>
        <translation>hacer una copia: volcada en una sola instantánea, contada, sincronizada, releída</translation>
    </message>
    <message>
        <source>why, for the history</source>
        <translation>por qué, para el historial</translation>
    </message>
    <message>
        <source>delete nothing afterwards</source>
        <translation>no borrar nada después</translation>
    </message>
    <message>
        <source>started by a scheduler: faults that may pass are tried again</source>
        <translation>la inició un planificador: los fallos que pueden pasar se reintentan</translation>
    </message>
    <message>
        <source>wait so long for another run to end</source>
        <translation>esperar este tiempo a que otra ejecución termine</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration.</source>
        <translation>&quot;%1&quot; no es una duración.</translation>
    </message>
    <message>
        <source>Write it as 4h, 90min or 30s.</source>
        <translation>Escríbala como 4h, 90min o 30s.</translation>
    </message>
    <message>
        <source>Dry run: nothing is written. The steps:</source>
        <translation>Simulación: no se escribe nada. Los pasos:</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Comando: %1</translation>
    </message>
    <message>
        <source>Space: at most about %1 needed, %2 free</source>
        <translation>Espacio: hacen falta como mucho unos %1, hay %2 libres</translation>
    </message>
    <message>
        <source>Not in the backup: %1 (%2)</source>
        <translation>No está en la copia: %1 (%2)</translation>
    </message>
    <message>
        <source>Retention deletes nothing: %1</source>
        <translation>La retención no borra nada: %1</translation>
    </message>
    <message>
        <source>Deleted by retention: %1</source>
        <translation>Borrada por la retención: %1</translation>
    </message>
    <message>
        <source>stop the profile&apos;s services first and start them again afterwards</source>
        <translation>parar primero los servicios del perfil y arrancarlos después</translation>
    </message>
    <message>
        <source>%1: restore-tested, all counts are equal</source>
        <translation>%1: restauración probada, todos los recuentos son iguales</translation>
    </message>
    <message>
        <source>Dropped, its 7 days are over: %1</source>
        <translation>Borrada, sus 7 días han pasado: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: verified, %2 rows in %n table(s), %3 stored, %4 raw, in %5</source>
        <translation>
            <numerusform>%1: verificada, %2 filas en %n tabla, %3 guardados, %4 sin comprimir, en %5</numerusform>
            <numerusform>%1: verificada, %2 filas en %n tablas, %3 guardados, %4 sin comprimir, en %5</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its stored bytes were read again and are good</source>
        <translation>%1: sus bytes guardados se leyeron de nuevo y son buenos</translation>
    </message>
    <message>
        <source>only when the schedule has a run that no good backup was made for since</source>
        <translation>solo si la planificación tiene una ejecución para la que aún no se hizo una copia buena</translation>
    </message>
    <message>
        <source>No backup is due, and none is planned.</source>
        <translation>No toca ninguna copia y no hay ninguna prevista.</translation>
    </message>
    <message>
        <source>No backup is due; the next one is planned for %1.</source>
        <translation>No toca ninguna copia; la próxima está prevista para el %1.</translation>
    </message>
    <message>
        <source>do all of it but keep nothing: what is dumped is thrown away, no run is recorded</source>
        <translation>hacerlo todo sin guardar nada: lo volcado se desecha y no se registra ninguna ejecución</translation>
    </message>
    <message numerus="yes">
        <source>Dumped and thrown away: %1 rows in %n table(s), %2 raw, %3 packed, in %4</source>
        <translation>
            <numerusform>Volcado y desechado: %1 filas en %n tabla, %2 sin comprimir, %3 comprimidos, en %4</numerusform>
            <numerusform>Volcado y desechado: %1 filas en %n tablas, %2 sin comprimir, %3 comprimidos, en %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>The restore test follows when the profile says so, then retention. Ends with 0 when the set is complete and verified and the steps after it did not fail. 17 means that the restore test failed, 18 that the set is good and retention was not, 22 that a service could not be started again: the next run tries that first. With --if-due it ends with 0 and makes nothing when a verified backup was started since the last planned time: however often it is called, each planned time of a day gets one good backup; a login that the server refused is not tried again (12) before the profile, the password or the planned time is another one.</source>
        <translation>Después sigue el test de restauración cuando el perfil lo dice, y luego la retención. Acaba con 0 cuando la copia está completa y verificada y los pasos siguientes no fallaron. 17 significa que falló el test de restauración, 18 que la copia es buena y la retención falló, 22 que un servicio no se pudo arrancar otra vez: la próxima ejecución lo intenta primero. Con --if-due termina con 0 y no hace nada si desde la última hora prevista ya se inició una copia que está verificada: se llame las veces que se llame, cada hora prevista de un día tiene una copia buena; un acceso que el servidor rechazó no se intenta de nuevo (12) hasta que cambie el perfil, la contraseña o la hora planificada.</translation>
    </message>
    <message>
        <source>Load on the server meanwhile: %1</source>
        <translation>Carga del servidor mientras tanto: %1</translation>
    </message>
</context>
<context>
    <name>BackupProcedure</name>
    <message>
        <source>Nothing is deleted: %1</source>
        <translation>No se borra nada: %1</translation>
    </message>
    <message>
        <source>The restore test will fail: %1</source>
        <translation>El test de restauración va a fallar: %1</translation>
    </message>
    <message>
        <source>Restore the set into a throw-away server on this machine and compare every table</source>
        <translation>Restaurar la copia en un servidor desechable de esta máquina y comparar cada tabla</translation>
    </message>
    <message>
        <source>Restore the set into a scratch database on %1, port %2, and compare every table</source>
        <translation>Restaurar la copia en una base de prueba en %1, puerto %2, y comparar cada tabla</translation>
    </message>
    <message>
        <source>Delete nothing: %1</source>
        <translation>No borrar nada: %1</translation>
    </message>
    <message>
        <source>Delete nothing: the rules keep every set there is</source>
        <translation>No borrar nada: las reglas conservan todas las copias que hay</translation>
    </message>
    <message>
        <source>Delete what the rules no longer keep: %1</source>
        <translation>Borrar lo que las reglas ya no conservan: %1</translation>
    </message>
    <message>
        <source>Drop databases that restores kept aside and whose 7 days are over</source>
        <translation>Eliminar las bases de datos que las restauraciones apartaron y cuyos 7 días han pasado</translation>
    </message>
    <message>
        <source>Read older sets again that nobody has read for six days: %1</source>
        <translation>Leer de nuevo copias anteriores que nadie ha leído en seis días: %1</translation>
    </message>
</context>
<context>
    <name>BackupRehearsal</name>
    <message>
        <source>Looking for the files of the backup</source>
        <translation>Buscando los archivos de la copia</translation>
    </message>
</context>
<context>
    <name>BackupService</name>
    <message>
        <source>The server is another one than for %1 (system identifier %2, before %3).</source>
        <translation>El servidor es otro que el de %1 (identificador de sistema %2, antes %3).</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>Releyendo</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publicando</translation>
    </message>
    <message>
        <source>%1 is complete and verified: %2 rows, %3 stored.</source>
        <translation>%1 está completa y verificada: %2 filas, %3 guardados.</translation>
    </message>
    <message>
        <source>Tried again after: %1</source>
        <translation>Reintentado tras: %1</translation>
    </message>
    <message>
        <source>Waiting to try again</source>
        <translation>Esperando para reintentar</translation>
    </message>
    <message>
        <source>Lock the repository %1 and clean up after runs that died</source>
        <translation>Bloquear el repositorio %1 y limpiar lo que dejaron ejecuciones muertas</translation>
    </message>
    <message>
        <source>Dump the database %1 (%2) in one snapshot, counting every row</source>
        <translation>Volcar la base de datos %1 (%2) en una sola instantánea, contando cada fila</translation>
    </message>
    <message>
        <source>Dump roles and tablespaces</source>
        <translation>Volcar roles y tablespaces</translation>
    </message>
    <message>
        <source>Write the manifest and publish the set</source>
        <translation>Escribir el manifiesto y publicar la copia</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Hacer la copia</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>The profile names no services to stop.</source>
        <translation>El perfil no nombra servicios que parar.</translation>
    </message>
    <message>
        <source>Its file has a [[services]] table for each of them.</source>
        <translation>Su fichero tiene una tabla [[services]] para cada uno.</translation>
    </message>
    <message>
        <source>Read all files back and compare hashes and counts</source>
        <translation>Releer todos los archivos y comparar hashes y recuentos</translation>
    </message>
    <message>
        <source>Only the stored bytes are read back, since the secret key here cannot be used: %1</source>
        <translation>Solo se releen los bytes guardados, porque la clave secreta de aquí no sirve: %1</translation>
    </message>
    <message>
        <source>it opens none of what is encrypted for this profile.</source>
        <translation>no abre nada de lo que se cifra para este perfil.</translation>
    </message>
    <message>
        <source>Scheduled runs do not try this login again before the profile, the password or the planned time is another one.</source>
        <translation>Las ejecuciones programadas no intentan este acceso de nuevo hasta que cambie el perfil, la contraseña o la hora planificada.</translation>
    </message>
    <message>
        <source>The backup was ended since it took longer than %1, as the profile allows.</source>
        <translation>La copia se terminó porque tardaba más de %1, lo que permite el perfil.</translation>
    </message>
    <message>
        <source>Look for load on server and disk, or allow it more time: backup.max_duration.</source>
        <translation>Mire la carga del servidor y del disco, o concédale más tiempo: backup.max_duration.</translation>
    </message>
</context>
<context>
    <name>BlockCodec</name>
    <message>
        <source>A block of the dump could not be compressed.</source>
        <translation>No se pudo comprimir un bloque del volcado.</translation>
    </message>
    <message>
        <source>Nothing compresses an archive without compression.</source>
        <translation>Nada comprime un archivo sin compresión.</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>The catalog %1 was made by a newer version of this program.</source>
        <translation>El catálogo %1 lo hizo una versión más nueva de este programa.</translation>
    </message>
    <message>
        <source>Backups go on without it. Update this program.</source>
        <translation>Las copias siguen sin él. Actualice este programa.</translation>
    </message>
    <message>
        <source>The catalog of runs and sets cannot be used.</source>
        <translation>El catálogo de ejecuciones y copias no se puede usar.</translation>
    </message>
    <message>
        <source>Backups go on without it. &quot;masclet-backup catalog rebuild&quot; makes it anew.</source>
        <translation>Las copias siguen sin él. &quot;masclet-backup catalog rebuild&quot; lo hace de nuevo.</translation>
    </message>
    <message>
        <source>Catalog, set</source>
        <translation>Catálogo, copia</translation>
    </message>
    <message>
        <source>There is no catalog yet.</source>
        <translation>Aún no hay ningún catálogo.</translation>
    </message>
    <message>
        <source>The catalog is of another version of this program.</source>
        <translation>El catálogo es de otra versión de este programa.</translation>
    </message>
    <message>
        <source>Another program holds it. Backups go on without it; the next run brings it up to date.</source>
        <translation>Otro programa lo tiene. Las copias siguen sin él; la próxima ejecución lo pone al día.</translation>
    </message>
    <message>
        <source>Backups go on without it. Look at rights and space of its folder.</source>
        <translation>Las copias siguen sin él. Mire los permisos y el espacio de su carpeta.</translation>
    </message>
</context>
<context>
    <name>CatalogCommand</name>
    <message>
        <source>make the history index anew from the repository</source>
        <translation>rehacer el índice del historial a partir del repositorio</translation>
    </message>
    <message>
        <source>Dry run: %1 would be made anew.</source>
        <translation>Simulación: se reharía %1.</translation>
    </message>
    <message>
        <source>Warning: the old file was damaged and is now %1.</source>
        <translation>Aviso: el archivo anterior estaba dañado y ahora es %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was made anew: %n set(s) and run(s).</source>
        <translation>
            <numerusform>%1 se rehizo: %n copia o ejecución.</numerusform>
            <numerusform>%1 se rehizo: %n copias y ejecuciones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Backup made in its window</source>
        <translation>Backup creado en ventana programada</translation>
    </message>
    <message>
        <source>File size within its normal range</source>
        <translation>Tamaño del archivo dentro de rangos normales</translation>
    </message>
    <message>
        <source>Integrity verified</source>
        <translation>Verificación de integridad exitosa</translation>
    </message>
    <message>
        <source>Restored into a test database</source>
        <translation>Restauración en DB de prueba correcta</translation>
    </message>
    <message>
        <source>Row counts are equal</source>
        <translation>Conteos de registros coinciden</translation>
    </message>
    <message>
        <source>Logs without errors</source>
        <translation>Logs sin errores</translation>
    </message>
    <message>
        <source>Enough disk space</source>
        <translation>Espacio en disco suficiente</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Check result</source>
        <translation>Resultado de la comprobación</translation>
    </message>
    <message>
        <source>A verdict and a signature need a name.</source>
        <translation>Un veredicto y una firma necesitan un nombre.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no result on %2 yet.</source>
        <translation>&quot;%1&quot; aún no tiene resultado el %2.</translation>
    </message>
    <message>
        <source>Run the checklist of that day first.</source>
        <translation>Ejecute antes la checklist de ese día.</translation>
    </message>
    <message>
        <source>There are no results of %1 to sign.</source>
        <translation>No hay resultados del %1 que firmar.</translation>
    </message>
    <message>
        <source>The results of %1 changed since you looked.</source>
        <translation>Los resultados del %1 cambiaron desde que los miró.</translation>
    </message>
    <message>
        <source>Look at them again before you sign.</source>
        <translation>Mírelos otra vez antes de firmar.</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>No está en orden</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Log position</source>
        <translation>Posición en el log</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>The table %1 could not be counted by SQL.</source>
        <translation>La tabla %1 no se pudo contar por SQL.</translation>
    </message>
    <message>
        <source>The table %1 has %2 rows in the dump; SQL counted %3.</source>
        <translation>La tabla %1 tiene %2 filas en el volcado; SQL contó %3.</translation>
    </message>
    <message>
        <source>The critical table %1 is not in the backup.</source>
        <translation>La tabla crítica %1 no está en la copia.</translation>
    </message>
    <message>
        <source>The table %1 is not in the restored copy.</source>
        <translation>La tabla %1 no está en la base restaurada.</translation>
    </message>
    <message>
        <source>The table %1 has %2 rows in the dump and %3 in the restored copy.</source>
        <translation>La tabla %1 tiene %2 filas en el volcado y %3 en la base restaurada.</translation>
    </message>
    <message>
        <source>%1 And %2 more.</source>
        <translation>%1 Y %2 más.</translation>
    </message>
    <message>
        <source>all tables: %1, rows: %2</source>
        <translation>todas las tablas: %1, filas: %2</translation>
    </message>
    <message>
        <source>Do not rely on this set; make a backup now and test it.</source>
        <translation>No confíe en esta copia; haga otra ahora y pruébela.</translation>
    </message>
    <message>
        <source>Give the backup&apos;s role the right to read these tables, and look for locks.</source>
        <translation>Dé al rol de la copia el derecho a leer estas tablas, y busque bloqueos.</translation>
    </message>
    <message>
        <source>No critical tables are named and the set was not restored.</source>
        <translation>No se nombran tablas críticas y la copia no se restauró.</translation>
    </message>
    <message>
        <source>Name the tables that matter: backup.critical_tables</source>
        <translation>Nombre las tablas que importan: backup.critical_tables</translation>
    </message>
    <message>
        <source>The rows in the dump, by SQL and in the restored copy agree.</source>
        <translation>Las filas del volcado, las contadas por SQL y las de la base restaurada coinciden.</translation>
    </message>
    <message>
        <source>The rows in the dump and by SQL agree.</source>
        <translation>Las filas del volcado y las contadas por SQL coinciden.</translation>
    </message>
    <message>
        <source>There is no restored copy of this set to compare with.</source>
        <translation>No hay una base restaurada de esta copia con que comparar.</translation>
    </message>
    <message>
        <source>No critical tables are named, so SQL counted none.</source>
        <translation>No se nombran tablas críticas, así que SQL no contó ninguna.</translation>
    </message>
    <message>
        <source>The rows in the dump, those that SQL counts in its snapshot and those restored are equal.</source>
        <translation>Las filas del volcado, las que SQL cuenta en su instantánea y las restauradas son iguales.</translation>
    </message>
    <message>
        <source>The manifest of %1 cannot be read.</source>
        <translation>El manifiesto de %1 no se puede leer.</translation>
    </message>
    <message>
        <source>There is no set of %1.</source>
        <translation>No hay ninguna copia del %1.</translation>
    </message>
    <message>
        <source>Make one: %1</source>
        <translation>Haga una: %1</translation>
    </message>
    <message>
        <source>%1 holds no database.</source>
        <translation>%1 no contiene ninguna base de datos.</translation>
    </message>
    <message>
        <source>Cannot ask for the free space of %1</source>
        <translation>No se puede preguntar el espacio libre de %1</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 no es un archivo normal.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>The run &quot;%1&quot; of %2 was interrupted.</source>
        <translation>La ejecución &quot;%1&quot; del %2 se interrumpió.</translation>
    </message>
    <message>
        <source>The run &quot;%1&quot; of %2 failed: %3</source>
        <translation>La ejecución &quot;%1&quot; del %2 falló: %3</translation>
    </message>
    <message>
        <source>%1 A later one went well.</source>
        <translation>%1 Una posterior fue bien.</translation>
    </message>
    <message>
        <source>Errors in the logs of our runs: %1.</source>
        <translation>Errores en los logs de nuestras ejecuciones: %1.</translation>
    </message>
    <message>
        <source>Runs that ended with warnings: %1.</source>
        <translation>Ejecuciones que terminaron con avisos: %1.</translation>
    </message>
    <message>
        <source>Lines with errors in %1: %2.</source>
        <translation>Líneas con errores en %1: %2.</translation>
    </message>
    <message>
        <source>Of %1 only the newest %2 were read.</source>
        <translation>De %1 solo se leyeron los últimos %2.</translation>
    </message>
    <message>
        <source>%1 was rotated; the end of the old one is not known.</source>
        <translation>%1 se rotó; no se conoce el final del anterior.</translation>
    </message>
    <message>
        <source>runs: %1, failed: %2, with warnings: %3; errors and warnings logged: %4, %5</source>
        <translation>ejecuciones: %1, fallidas: %2, con avisos: %3; errores y avisos en el log: %4, %5</translation>
    </message>
    <message>
        <source>Since %1 no run failed and the logs hold no errors.</source>
        <translation>Desde el %1 no falló ninguna ejecución y los logs no tienen errores.</translation>
    </message>
    <message>
        <source>Read the logs and give the item a verdict.</source>
        <translation>Lea los logs y dé un veredicto a este punto.</translation>
    </message>
    <message>
        <source>Let the user of the backup read these files, or take them out of checks.log_files.</source>
        <translation>Permita al usuario de la copia leer estos archivos, o quítelos de checks.log_files.</translation>
    </message>
    <message>
        <source>There was no run since %1.</source>
        <translation>No hubo ninguna ejecución desde el %1.</translation>
    </message>
    <message>
        <source>No failed run and no errors since %1; runs: %2.</source>
        <translation>Ninguna ejecución fallida ni errores desde el %1; ejecuciones: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 está dañada: %2</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 no se puede usar: %2</translation>
    </message>
    <message>
        <source>Make a backup now, and look at the disk.</source>
        <translation>Haga una copia ahora, y revise el disco.</translation>
    </message>
    <message>
        <source>%1 was not tested; the last restore test was of %2, %3 ago.</source>
        <translation>%1 no se probó; el último test de restauración fue de %2, hace %3.</translation>
    </message>
    <message>
        <source>%1 was not tested, and no other set was.</source>
        <translation>%1 no se probó, y ninguna otra copia tampoco.</translation>
    </message>
    <message>
        <source>Test it: %1</source>
        <translation>Pruébela: %1</translation>
    </message>
    <message>
        <source>The last restore test, of %1, was %2 ago and compared equal.</source>
        <translation>El último test de restauración, de %1, fue hace %2 y coincidió.</translation>
    </message>
    <message>
        <source>A set was loaded into a test database within the last week, and all counts are equal.</source>
        <translation>En la última semana se cargó una copia en una base de prueba, y todos los conteos son iguales.</translation>
    </message>
    <message>
        <source>A set was loaded into a test database within the last month, and all counts are equal.</source>
        <translation>En el último mes se cargó una copia en una base de prueba, y todos los conteos son iguales.</translation>
    </message>
    <message>
        <source>This set was loaded into a test database, and all counts are equal.</source>
        <translation>Esta copia se cargó en una base de prueba, y todos los conteos son iguales.</translation>
    </message>
    <message>
        <source>The set was read back whole: every hash, size and row count is equal.</source>
        <translation>La copia se releyó entera: cada hash, tamaño y conteo de filas es igual.</translation>
    </message>
    <message>
        <source>%1 was never read back.</source>
        <translation>%1 nunca se releyó.</translation>
    </message>
    <message>
        <source>Verify it: %1</source>
        <translation>Verifíquela: %1</translation>
    </message>
    <message>
        <source>%1 was read back whole %2 ago.</source>
        <translation>%1 se releyó entera hace %2.</translation>
    </message>
    <message>
        <source>Lines of the set&apos;s evidence that cannot be read: %1.</source>
        <translation>Líneas de la evidencia de la copia que no se pueden leer: %1.</translation>
    </message>
    <message>
        <source>The restore test of %1 at %2 failed: %3</source>
        <translation>El test de restauración de %1 del %2 falló: %3</translation>
    </message>
    <message>
        <source>%1 was loaded into a test database %2 ago and compared equal.</source>
        <translation>%1 se cargó en una base de prueba hace %2 y coincidió.</translation>
    </message>
    <message>
        <source>The archive is larger than %1.</source>
        <translation>El archivo es mayor que %1.</translation>
    </message>
    <message>
        <source>The archive has only %1, but it was restored and compared equal.</source>
        <translation>El archivo tiene solo %1, pero se restauró y coincidió.</translation>
    </message>
    <message>
        <source>The archive has only %1.</source>
        <translation>El archivo tiene solo %1.</translation>
    </message>
    <message>
        <source>If the database is this small, set a fitting minimum: %1</source>
        <translation>Si la base de datos es así de pequeña, ponga un mínimo adecuado: %1</translation>
    </message>
    <message>
        <source>Find out what removed the data. Retention deletes nothing until you accept it: %1</source>
        <translation>Averigüe qué quitó los datos. La retención no borra nada hasta que usted lo acepte: %1</translation>
    </message>
    <message>
        <source>The archive has %1, the whole set %2.</source>
        <translation>El archivo tiene %1, la copia entera %2.</translation>
    </message>
    <message>
        <source>The usual size is not known yet; it needs %1 more verified sets.</source>
        <translation>El tamaño habitual aún no se conoce; hacen falta %1 copias verificadas más.</translation>
    </message>
    <message>
        <source>The database has %1 rows; it had %2 in %3.</source>
        <translation>La base de datos tiene %1 filas; tenía %2 en %3.</translation>
    </message>
    <message>
        <source>The table %1 has %2 rows; it had %3 in %4.</source>
        <translation>La tabla %1 tiene %2 filas; tenía %3 en %4.</translation>
    </message>
    <message>
        <source>The repository lies on the same disk as the server&apos;s data; one failing disk takes both.</source>
        <translation>El repositorio está en el mismo disco que los datos del servidor; si ese disco falla se pierden ambos.</translation>
    </message>
    <message>
        <source>No copy leaves this machine; what destroys the server may destroy the sets too.</source>
        <translation>Ninguna copia sale de esta máquina; lo que destruya el servidor puede destruir también las copias.</translation>
    </message>
    <message>
        <source>%1 are free: twice the largest set (%2) and %3.</source>
        <translation>Hay %1 libres: el doble de la copia mayor (%2) y %3.</translation>
    </message>
    <message>
        <source>The free space of the repository could not be asked.</source>
        <translation>No se pudo preguntar el espacio libre del repositorio.</translation>
    </message>
    <message>
        <source>Only %1 are free where the repository lies.</source>
        <translation>Solo hay %1 libres donde está el repositorio.</translation>
    </message>
    <message>
        <source>Free space there, keep fewer sets, or move the repository.</source>
        <translation>Libere espacio, conserve menos copias o mueva el repositorio.</translation>
    </message>
    <message>
        <source>Put the repository, or a copy of it, on another machine.</source>
        <translation>Ponga el repositorio, o una copia de él, en otra máquina.</translation>
    </message>
    <message>
        <source>%1 are free where the repository lies.</source>
        <translation>Hay %1 libres donde está el repositorio.</translation>
    </message>
    <message>
        <source>Row counts</source>
        <translation>Conteos de filas</translation>
    </message>
    <message>
        <source>The set %1 of the window that began at %2 is damaged.</source>
        <translation>La copia %1 de la ventana que empezó el %2 está dañada.</translation>
    </message>
    <message>
        <source>The set %1 of the window that began at %2 was never verified.</source>
        <translation>La copia %1 de la ventana que empezó el %2 nunca se verificó.</translation>
    </message>
    <message>
        <source>The backup run at %1 did not succeed: %2</source>
        <translation>La ejecución de la copia del %1 no tuvo éxito: %2</translation>
    </message>
    <message>
        <source>No backup was made in the window that began at %1.</source>
        <translation>No se hizo ninguna copia en la ventana que empezó el %1.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>set, time</comment>
        <translation>%1 el %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>window</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>The clocks skip %1 on that day; %2 counts instead.</source>
        <translation>Los relojes saltan %1 ese día; cuenta %2 en su lugar.</translation>
    </message>
    <message>
        <source>A verified backup starts within each of these windows: %1.</source>
        <translation>Una copia verificada empieza dentro de cada una de estas ventanas: %1.</translation>
    </message>
    <message>
        <source>The scheduled backup %1 started at %2, outside of its window.</source>
        <translation>La copia programada %1 empezó el %2, fuera de su ventana.</translation>
    </message>
    <message>
        <source>The only backup of that day is %1, made by hand at %2.</source>
        <translation>La única copia de ese día es %1, hecha a mano el %2.</translation>
    </message>
    <message>
        <source>Look whether the schedule is installed and the machine runs at that time.</source>
        <translation>Mire si la planificación está instalada y si la máquina funciona a esa hora.</translation>
    </message>
    <message>
        <source>Read the run&apos;s log, mend the cause and make a backup now.</source>
        <translation>Lea el log de la ejecución, corrija la causa y haga una copia ahora.</translation>
    </message>
    <message>
        <source>Made within its window: %1.</source>
        <translation>Hecha dentro de su ventana: %1.</translation>
    </message>
    <message>
        <source>The window that began at %1 is still open.</source>
        <translation>La ventana que empezó el %1 sigue abierta.</translation>
    </message>
    <message>
        <source>The window is open until %1 and there is no verified backup in it yet.</source>
        <translation>La ventana está abierta hasta el %1 y aún no hay en ella ninguna copia verificada.</translation>
    </message>
    <message>
        <source>The first backup of that day is due at %1.</source>
        <translation>La primera copia de ese día toca el %1.</translation>
    </message>
    <message>
        <source>No time is scheduled.</source>
        <translation>No hay ninguna hora programada.</translation>
    </message>
    <message>
        <source>Give the profile a time: schedule.at</source>
        <translation>Dé una hora al perfil: schedule.at</translation>
    </message>
    <message>
        <source>The repository is newer than the last due time of that day.</source>
        <translation>El repositorio es más nuevo que la última hora programada de ese día.</translation>
    </message>
    <message>
        <source>The database has %1 to %2: %3 % to %4 % of %5, the median of the last verified sets.</source>
        <translation>La base de datos ocupa de %1 a %2: del %3 % al %4 % de %5, la mediana de las últimas copias verificadas.</translation>
    </message>
    <message>
        <source>The database has %1 in the set; the median of the sets before is %2.</source>
        <translation>La base de datos ocupa %1 en la copia; la mediana de las copias anteriores es %2.</translation>
    </message>
    <message>
        <source>The database has only %1 in the set; the median of the sets before is %2.</source>
        <translation>La base de datos ocupa solo %1 en la copia; la mediana de las copias anteriores es %2.</translation>
    </message>
    <message>
        <source>The result of &quot;%1&quot; on %2 changed since you looked.</source>
        <translation>El resultado de «%1» del %2 cambió desde que lo miró.</translation>
    </message>
    <message>
        <source>Look at it again before you judge it.</source>
        <translation>Mírelo otra vez antes de juzgarlo.</translation>
    </message>
    <message>
        <source>No backup is planned on that day of the week.</source>
        <translation>No hay ninguna copia prevista para ese día de la semana.</translation>
    </message>
    <message>
        <source>Lines in %1 that somebody knows of: %2.</source>
        <translation>Líneas de %1 que alguien conoce: %2.</translation>
    </message>
</context>
<context>
    <name>ChecklistCommand</name>
    <message>
        <source>check today&apos;s seven items, give verdicts, sign the day</source>
        <translation>comprobar los siete puntos de hoy, dar veredictos, firmar el día</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>DÍA</translation>
    </message>
    <message>
        <source>another day, as 2025-02-18; shown as it was kept</source>
        <translation>otro día, como 2025-02-18; se muestra como se guardó</translation>
    </message>
    <message>
        <source>ITEM=VERDICT</source>
        <translation>PUNTO=VEREDICTO</translation>
    </message>
    <message>
        <source>give an item your verdict; may be repeated</source>
        <translation>dar su veredicto sobre un punto; se puede repetir</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>kept with the verdicts or the signature</source>
        <translation>se guarda con los veredictos o con la firma</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>sign the day&apos;s results</source>
        <translation>firmar los resultados del día</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day like 2025-02-18.</source>
        <translation>&quot;%1&quot; no es un día como 2025-02-18.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no item and verdict.</source>
        <translation>&quot;%1&quot; no es un punto con su veredicto.</translation>
    </message>
    <message>
        <source>For example: --set size=accepted. Items: %1. Verdicts: ok, not-ok, accepted.</source>
        <translation>Por ejemplo: --set size=accepted. Puntos: %1. Veredictos: ok, not-ok, accepted.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Se espera: %1</translation>
    </message>
    <message>
        <source>To see it yourself:</source>
        <translation>Para verlo usted mismo:</translation>
    </message>
    <message>
        <source>Verdict of %1, %2: %3</source>
        <translation>Veredicto de %1, %2: %3</translation>
    </message>
    <message>
        <source>The result has changed since then.</source>
        <translation>El resultado cambió desde entonces.</translation>
    </message>
    <message>
        <source>Not signed. Sign with: masclet-backup checklist --sign NAME</source>
        <translation>Sin firmar. Se firma con: masclet-backup checklist --sign NOMBRE</translation>
    </message>
    <message>
        <source>Signed by %1, %2, but something changed since then.</source>
        <translation>Firmado por %1, %2, pero algo cambió desde entonces.</translation>
    </message>
    <message>
        <source>Signed by %1, %2.</source>
        <translation>Firmado por %1, %2.</translation>
    </message>
    <message>
        <source>Checklist of %1, %2: %3</source>
        <translation>Checklist de %1, %2: %3</translation>
    </message>
    <message>
        <source>Backup: %1. Checked: %2.</source>
        <translation>Copia: %1. Comprobado: %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message numerus="yes">
        <source>Warning: %n line(s) of this day&apos;s file were changed or damaged.</source>
        <translation>
            <numerusform>Aviso: %n línea del archivo de este día se cambió o está dañada.</numerusform>
            <numerusform>Aviso: %n líneas del archivo de este día se cambiaron o están dañadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not signed yet: %1</source>
        <translation>Aún sin firmar: %1</translation>
    </message>
    <message>
        <source>Dry run: nothing was kept.</source>
        <translation>Simulación: no se guardó nada.</translation>
    </message>
    <message>
        <source>Items: %1. Verdicts: ok, not-ok, accepted. Ends with 3 while the day&apos;s result is anything but a pass, whatever the verdicts are.</source>
        <translation>Puntos: %1. Veredictos: ok, not-ok, accepted. Termina con 3 mientras el resultado del día no sea bueno del todo, sean cuales sean los veredictos.</translation>
    </message>
</context>
<context>
    <name>ChecklistReport</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>%1, outdated</source>
        <translation>%1, desactualizado</translation>
    </message>
    <message>
        <source>The seven items</source>
        <translation>Los siete puntos</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>%1, by %2, %3</source>
        <translation>%1, por %2, %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1; results changed since then</source>
        <translation>%1; los resultados han cambiado desde entonces</translation>
    </message>
    <message>
        <source>Backup checklist of %1</source>
        <translation>Lista de verificación de la copia del %1</translation>
    </message>
    <message>
        <source>%1: database %2 on %3, port %4</source>
        <translation>%1: base de datos %2 en %3, puerto %4</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobado</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>Earlier days not signed</source>
        <translation>Días anteriores sin firmar</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the day&apos;s file cannot be read</source>
        <translation>
            <numerusform>No se puede leer %n línea del archivo del día</numerusform>
            <numerusform>No se pueden leer %n líneas del archivo del día</numerusform>
        </translation>
    </message>
    <message>
        <source>Place, date, signature</source>
        <translation>Lugar, fecha y firma</translation>
    </message>
    <message>
        <source>none</source>
        <comment>verdict</comment>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>ChecklistService</name>
    <message>
        <source>The day %1 has not come yet.</source>
        <translation>El día %1 aún no ha llegado.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
</context>
<context>
    <name>ChoiceText</name>
    <message>
        <source>after every backup</source>
        <translation>tras cada copia</translation>
    </message>
    <message>
        <source>once a week</source>
        <translation>una vez por semana</translation>
    </message>
    <message>
        <source>once a month</source>
        <translation>una vez al mes</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>a folder for each kind</source>
        <translation>una carpeta por tipo</translation>
    </message>
    <message>
        <source>a folder for each day</source>
        <translation>una carpeta por día</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>rápida</translation>
    </message>
    <message>
        <source>small</source>
        <translation>pequeña</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>system keychain</source>
        <translation>llavero del sistema</translation>
    </message>
    <message>
        <source>systemd credential</source>
        <translation>credencial de systemd</translation>
    </message>
    <message>
        <source>pass file</source>
        <translation>archivo de contraseñas</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>fallos</translation>
    </message>
    <message>
        <source>their end</source>
        <translation>su final</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS desde el principio</translation>
    </message>
</context>
<context>
    <name>ClockChanges</name>
    <message>
        <source>Better: %1.</source>
        <translation>Mejor: %1.</translation>
    </message>
    <message>
        <source>On %1 the clocks skip %2: the backup of that day starts at the change.</source>
        <translation>El %1 los relojes se saltan las %2: la copia de ese día empieza en el momento del cambio.</translation>
    </message>
    <message>
        <source>On %1 the clocks show %2 twice: the backup starts the first time.</source>
        <translation>El %1 los relojes marcan dos veces las %2: la copia empieza la primera vez.</translation>
    </message>
</context>
<context>
    <name>CloseDatabaseStep</name>
    <message>
        <source>Close the database %1 to new connections</source>
        <translation>Cerrar la base de datos %1 a conexiones nuevas</translation>
    </message>
    <message>
        <source>Open the database %1 again</source>
        <translation>Abrir otra vez la base de datos %1</translation>
    </message>
    <message>
        <source>The database %1 is closed to connections.</source>
        <translation>La base de datos %1 está cerrada a conexiones.</translation>
    </message>
    <message>
        <source>The database %1 is not there any more.</source>
        <translation>La base de datos %1 ya no está.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>This must be confirmed: %1</source>
        <translation>Esto hay que confirmarlo: %1</translation>
    </message>
    <message>
        <source>Without a terminal give the name with --yes: --yes %1</source>
        <translation>Sin terminal, dé el nombre con --yes: --yes %1</translation>
    </message>
    <message>
        <source>Type %1 to go on: </source>
        <translation>Escriba %1 para continuar: </translation>
    </message>
    <message>
        <source>The name given is not &quot;%1&quot;; nothing was touched.</source>
        <translation>El nombre dado no es &quot;%1&quot;; no se tocó nada.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>See: masclet-backup %1 --help</source>
        <translation>Vea: masclet-backup %1 --help</translation>
    </message>
    <message>
        <source>See: masclet-backup --help</source>
        <translation>Vea: masclet-backup --help</translation>
    </message>
    <message>
        <source>Unknown or surplus argument.</source>
        <translation>Argumento desconocido o de más.</translation>
    </message>
    <message>
        <source>The arguments cannot be understood.</source>
        <translation>No se entienden los argumentos.</translation>
    </message>
    <message>
        <source>A verb is missing.</source>
        <translation>Falta un verbo.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>profile to use, or the path of its file; not needed when there is only one</source>
        <translation>perfil que se usa, o la ruta de su archivo; no hace falta si solo hay uno</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>RUTA</translation>
    </message>
    <message>
        <source>folder for the catalog and what waits for the repository</source>
        <translation>carpeta para el catálogo y lo que espera al repositorio</translation>
    </message>
    <message>
        <source>one JSON document on standard output</source>
        <translation>un documento JSON en la salida estándar</translation>
    </message>
    <message>
        <source>only say what would be done</source>
        <translation>solo decir lo que se haría</translation>
    </message>
    <message>
        <source>language of messages</source>
        <translation>idioma de los mensajes</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>mostrar esta ayuda</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>While: %1</source>
        <translation>Mientras: %1</translation>
    </message>
    <message>
        <source>The work did not stop in time and was abandoned; the next run cleans up.</source>
        <translation>El trabajo no se detuvo a tiempo y se abandonó; la próxima ejecución limpia lo que quede.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>The work ended without a result.</source>
        <translation>El trabajo terminó sin resultado.</translation>
    </message>
    <message>
        <source>SET</source>
        <translation>COPIA</translation>
    </message>
    <message>
        <source>id of a backup, as &quot;list&quot; shows it</source>
        <translation>id de una copia, como la muestra &quot;list&quot;</translation>
    </message>
    <message>
        <source>the newest backup of the profile</source>
        <translation>la copia más reciente del perfil</translation>
    </message>
    <message>
        <source>Name one set, or give --latest.</source>
        <translation>Nombre una copia, o dé --latest.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup list&quot; shows them.</source>
        <translation>&quot;masclet-backup list&quot; las muestra.</translation>
    </message>
    <message>
        <source>There are no messages in the language &quot;%1&quot;.</source>
        <translation>No hay mensajes en el idioma &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Use --lang en or --lang es.</source>
        <translation>Use --lang en o --lang es.</translation>
    </message>
</context>
<context>
    <name>CommandTwin</name>
    <message>
        <source>Copy command</source>
        <translation>Copiar comando</translation>
    </message>
    <message>
        <source>Copies the command line that does the same</source>
        <translation>Copia la línea de comandos que hace lo mismo</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 could not be counted by SQL (%2); what the server took in while loading is compared instead.</source>
        <translation>%1 no se pudo contar con SQL (%2); se compara lo que el servidor recibió al cargar.</translation>
    </message>
    <message>
        <source>The table %1 is not in the copy: %2</source>
        <translation>La tabla %1 no está en la copia restaurada: %2</translation>
    </message>
    <message>
        <source>The table %1 has %2 rows in the dump and %3 in the copy.</source>
        <translation>La tabla %1 tiene %2 filas en el volcado y %3 en la copia restaurada.</translation>
    </message>
    <message>
        <source>Objects of the kind &quot;%1&quot;: %2 in the database, %3 in the copy.</source>
        <translation>Objetos del tipo &quot;%1&quot;: %2 en la base de datos, %3 en la copia restaurada.</translation>
    </message>
    <message>
        <source>Large objects: %1 in the database, %2 in the copy.</source>
        <translation>Objetos grandes: %1 en la base de datos, %2 en la copia restaurada.</translation>
    </message>
    <message>
        <source>The index %1 of the copy is not valid.</source>
        <translation>El índice %1 de la copia restaurada no es válido.</translation>
    </message>
    <message>
        <source>The sequence %1 is at %2, but %3 of its table goes up to %4: the next row may be refused, in the database as in the copy.</source>
        <translation>La secuencia %1 está en %2, pero %3 de su tabla llega hasta %4: la próxima fila puede ser rechazada, en la base de datos y en la copia.</translation>
    </message>
    <message>
        <source>Owners and rights of roles that are not on this server were left out (%1 statements): %2</source>
        <translation>Se omitieron propietarios y derechos de roles que no están en este servidor (%1 sentencias): %2</translation>
    </message>
    <message>
        <source>Tablespaces that are not on this server; the default one was used: %1</source>
        <translation>Tablespaces que no están en este servidor; se usó el predeterminado: %1</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows at the dump</source>
        <translation>Filas en el volcado</translation>
    </message>
    <message>
        <source>Rows restored</source>
        <translation>Filas restauradas</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Rows of each table, at the dump and restored</source>
        <translation>Filas de cada tabla, en el volcado y restauradas</translation>
    </message>
</context>
<context>
    <name>Completeness</name>
    <message>
        <source>The dump is empty.</source>
        <translation>El volcado está vacío.</translation>
    </message>
    <message>
        <source>The dump is cut inside the rows of a table.</source>
        <translation>El volcado está cortado dentro de las filas de una tabla.</translation>
    </message>
    <message>
        <source>The dump is cut inside a statement.</source>
        <translation>El volcado está cortado dentro de una sentencia.</translation>
    </message>
    <message>
        <source>The dump is cut inside a comment.</source>
        <translation>El volcado está cortado dentro de un comentario.</translation>
    </message>
    <message>
        <source>This does not begin like a dump written by pg_dump.</source>
        <translation>Esto no empieza como un volcado escrito por pg_dump.</translation>
    </message>
    <message>
        <source>The file holds more than one dump.</source>
        <translation>El archivo contiene más de un volcado.</translation>
    </message>
    <message>
        <source>Text follows the end mark of the dump.</source>
        <translation>Hay texto detrás de la marca final del volcado.</translation>
    </message>
    <message>
        <source>The dump is cut: its end mark is missing.</source>
        <translation>El volcado está cortado: falta su marca final.</translation>
    </message>
    <message>
        <source>The keys in the dump&apos;s first and last line differ: its parts belong to different dumps.</source>
        <translation>Las claves de la primera y la última línea del volcado difieren: sus partes son de volcados distintos.</translation>
    </message>
    <message>
        <source>The dump is cut: its last line, with the key of the first one, is missing.</source>
        <translation>El volcado está cortado: falta su última línea, con la clave de la primera.</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Cannot read standard input</source>
        <translation>No se puede leer la entrada estándar</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>Standard input is longer than allowed.</source>
        <translation>La entrada estándar es más larga de lo permitido.</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>A contact needs a role and a name.</source>
        <translation>Un contacto necesita un papel (role) y un nombre.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: mail, webhook, command or phone is needed.</source>
        <translation>No hay forma de avisar a %1: hace falta mail, webhook, command o phone.</translation>
    </message>
    <message>
        <source>Operator (DevOps)</source>
        <translation>Operador de backup (DevOps)</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>Administrador de sistemas</translation>
    </message>
    <message>
        <source>DBA or architect</source>
        <translation>DBA/Arquitecto</translation>
    </message>
</context>
<context>
    <name>ContactCommands</name>
    <message>
        <source>show who is told of an alarm, in which order and when</source>
        <translation>mostrar a quién se avisa de una alarma, en qué orden y cuándo</translation>
    </message>
    <message>
        <source>They stand in the profile&apos;s file, a [[contacts]] table each.</source>
        <translation>Están en el archivo del perfil, una tabla [[contacts]] cada uno.</translation>
    </message>
    <message>
        <source>The profile names nobody.</source>
        <translation>El perfil no nombra a nadie.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>send a test message to every contact, or to those of one step</source>
        <translation>enviar un mensaje de prueba a cada contacto, o a los de un nivel</translation>
    </message>
    <message>
        <source>Ends with the reason of the first one that could not be delivered.</source>
        <translation>Termina con el motivo del primero que no se pudo entregar.</translation>
    </message>
    <message>
        <source>only to this step of the ladder</source>
        <translation>solo a este nivel de la escalación</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no step of the ladder.</source>
        <translation>«%1» no es un nivel de la escalación.</translation>
    </message>
    <message>
        <source>They are: %1</source>
        <translation>Son: %1</translation>
    </message>
    <message>
        <source>Dry run: nobody is told.</source>
        <translation>Simulacro: no se avisa a nadie.</translation>
    </message>
    <message>
        <source>look at what is wrong now, and tell whoever is to be told</source>
        <translation>mirar qué va mal ahora y avisar a quien corresponda</translation>
    </message>
    <message>
        <source>The schedule calls it every few minutes. New alarms go to the first step of the ladder, those that nobody answered to the next one, and the end of an alarm to all who were told. Says nothing when there is nothing to tell. Ends with 3 when somebody could not be told.</source>
        <translation>La planificación lo llama cada pocos minutos. Las alarmas nuevas van al primer nivel de la escalación, las que nadie atendió al siguiente, y el final de una alarma a todos los avisados. No dice nada cuando no hay nada que avisar. Termina con 3 cuando no se pudo avisar a alguien.</translation>
    </message>
    <message>
        <source>started by a scheduler: says only what could not be told</source>
        <translation>iniciado por un programador: solo dice lo que no se pudo avisar</translation>
    </message>
</context>
<context>
    <name>ContactPages</name>
    <message>
        <source>Contacts and escalation</source>
        <translation>Contactos y escalación</translation>
    </message>
    <message>
        <source>Backups of %1: who is told when one fails</source>
        <translation>Copias de %1: a quién se avisa cuando una falla</translation>
    </message>
    <message>
        <source>Told at once.</source>
        <translation>Se le avisa enseguida.</translation>
    </message>
    <message>
        <source>Told when nobody has answered for %1.</source>
        <translation>Se le avisa cuando nadie ha respondido en %1.</translation>
    </message>
    <message>
        <source>Nobody is named in the profile.</source>
        <translation>El perfil no nombra a nadie.</translation>
    </message>
</context>
<context>
    <name>ContainerCall</name>
    <message>
        <source>This password cannot be given to a program inside a container.</source>
        <translation>Esta contraseña no se puede pasar a un programa dentro de un contenedor.</translation>
    </message>
    <message>
        <source>It may have %1 bytes, hold no line end and end in no space. Choose another one.</source>
        <translation>Puede tener %1 bytes, sin saltos de línea y sin un espacio al final. Elija otra.</translation>
    </message>
</context>
<context>
    <name>DatabaseAttributes</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>rights of PUBLIC</source>
        <translation>derechos de PUBLIC</translation>
    </message>
    <message>
        <source>rights of %1</source>
        <translation>derechos de %1</translation>
    </message>
    <message>
        <source>setting %1</source>
        <translation>ajuste %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>propietario %1</translation>
    </message>
    <message>
        <source>connection limit</source>
        <translation>límite de conexiones</translation>
    </message>
</context>
<context>
    <name>DatabaseCopy</name>
    <message>
        <source>Loading %1</source>
        <translation>Cargando %1</translation>
    </message>
    <message>
        <source>Comparing the copy</source>
        <translation>Comparando la copia restaurada</translation>
    </message>
    <message>
        <source>The unfinished database %1, left by run %2, was dropped.</source>
        <translation>Se borró la base de datos inacabada %1 que dejó la ejecución %2.</translation>
    </message>
    <message>
        <source>An unfinished database of an earlier run cannot be dropped: %1</source>
        <translation>No se puede borrar una base de datos sin terminar de una ejecución anterior: %1</translation>
    </message>
    <message>
        <source>The unfinished database %1, left by run %2, cannot be dropped: %3</source>
        <translation>No se puede borrar la base de datos sin terminar %1, que dejó la ejecución %2: %3</translation>
    </message>
</context>
<context>
    <name>DatabaseSurvey</name>
    <message>
        <source>Measuring a dump</source>
        <translation>Midiendo un volcado</translation>
    </message>
    <message>
        <source>A trial dump failed.</source>
        <translation>Un volcado de prueba falló.</translation>
    </message>
    <message>
        <source>Looking at the database</source>
        <translation>Mirando la base de datos</translation>
    </message>
</context>
<context>
    <name>DatabaseSwap</name>
    <message>
        <source>process %1, user %2, %3, from %4, %5</source>
        <translation>proceso %1, usuario %2, %3, desde %4, %5</translation>
    </message>
    <message>
        <source>unnamed program</source>
        <translation>programa sin nombre</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>esta máquina</translation>
    </message>
    <message>
        <source>Sessions in %1 do not end.</source>
        <translation>Las sesiones en %1 no terminan.</translation>
    </message>
    <message>
        <source>Stop the programs that use the database and try again.</source>
        <translation>Pare los programas que usan la base de datos e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>Logical replication slots stay with the old database: %1.</source>
        <translation>Los slots de replicación lógica se quedan con la base de datos antigua: %1.</translation>
    </message>
    <message>
        <source>Subscriptions stay with the old database and go on there: %1.</source>
        <translation>Las suscripciones se quedan con la base de datos antigua y siguen allí: %1.</translation>
    </message>
    <message>
        <source>Prepared transactions keep the old database from being renamed: %1.</source>
        <translation>Hay transacciones preparadas que impiden renombrar la base de datos antigua: %1.</translation>
    </message>
    <message>
        <source>A session of this program does not end.</source>
        <translation>Una sesión de este programa no termina.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>the mail password</source>
        <translation>la contraseña del correo</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>el archivo %1</translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation>el llavero del sistema</translation>
    </message>
    <message>
        <source>the variable %1</source>
        <translation>la variable %1</translation>
    </message>
    <message>
        <source>There is no password for %1 at the mail server.</source>
        <translation>No hay contraseña para %1 en el servidor de correo.</translation>
    </message>
    <message>
        <source>Put it into a file that only the user of the backup may read, and name it: --mail-password-file FILE. For what you send yourself: masclet-backup secret set --mail --store keychain</source>
        <translation>Póngala en un archivo que solo pueda leer el usuario de la copia, e indíquelo: --mail-password-file ARCHIVO. Para lo que envíe usted: masclet-backup secret set --mail --store keychain</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>PostgreSQL backups that are proven to restore</source>
        <translation>Copias de PostgreSQL con la restauración demostrada</translation>
    </message>
    <message>
        <source>profile to show: a name, or a path of a file</source>
        <translation>perfil que se muestra: un nombre, o la ruta de un archivo</translation>
    </message>
    <message>
        <source>language: es or en</source>
        <translation>idioma: es o en</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Cannot open the folder %1</source>
        <translation>No se puede abrir la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot make the folder %1</source>
        <translation>No se puede crear la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot protect the folder %1</source>
        <translation>No se puede proteger la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot create %1</source>
        <translation>No se puede crear %1</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>No se puede abrir %1</translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 no es un archivo normal.</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>%1 is larger than allowed.</source>
        <translation>%1 es mayor de lo permitido.</translation>
    </message>
    <message>
        <source>Cannot look at %1</source>
        <translation>No se puede mirar %1</translation>
    </message>
    <message>
        <source>Cannot list the folder %1</source>
        <translation>No se puede listar la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot rename %1 to %2</source>
        <translation>No se puede renombrar %1 a %2</translation>
    </message>
    <message>
        <source>Cannot replace %1</source>
        <translation>No se puede reemplazar %1</translation>
    </message>
    <message>
        <source>Cannot remove %1</source>
        <translation>No se puede borrar %1</translation>
    </message>
    <message>
        <source>Cannot remove the folder %1</source>
        <translation>No se puede borrar la carpeta %1</translation>
    </message>
    <message>
        <source>Cannot sync the folder %1</source>
        <translation>No se puede sincronizar la carpeta %1</translation>
    </message>
</context>
<context>
    <name>DriftService</name>
    <message>
        <source>%1 cannot be read now: %2</source>
        <translation>%1 no se puede leer ahora: %2</translation>
    </message>
    <message>
        <source>Reading %1 of %2</source>
        <translation>Leyendo %1 de %2</translation>
    </message>
    <message>
        <source>Looking at the configuration as it is now</source>
        <translation>Mirando la configuración tal como está ahora</translation>
    </message>
    <message>
        <source>Taking an inventory of machine and server</source>
        <translation>Haciendo un inventario de la máquina y del servidor</translation>
    </message>
    <message>
        <source>The server was not compared: %1</source>
        <translation>El servidor no se comparó: %1</translation>
    </message>
    <message>
        <source>%1, %2, content %3</source>
        <translation>%1, %2, contenido %3</translation>
    </message>
    <message>
        <source>there</source>
        <translation>presente</translation>
    </message>
    <message>
        <source>%1 was not compared: it is not known on both sides.</source>
        <translation>%1 no se comparó: no se conoce en ambos lados.</translation>
    </message>
</context>
<context>
    <name>DumpChanges</name>
    <message>
        <source>column %1 is gone</source>
        <translation>la columna %1 ha desaparecido</translation>
    </message>
    <message>
        <source>column %1 was %2, is %3</source>
        <translation>la columna %1 era %2, es %3</translation>
    </message>
    <message>
        <source>column %1 is new: %2</source>
        <translation>la columna %1 es nueva: %2</translation>
    </message>
</context>
<context>
    <name>DumpFolder</name>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>Cannot read %1</source>
        <translation>No se puede leer %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>pg_dump wrote a file whose name is not known here: %1</source>
        <translation>pg_dump escribió un archivo cuyo nombre no se conoce aquí: %1</translation>
    </message>
    <message>
        <source>Use the format plain or custom.</source>
        <translation>Use el formato plain o custom.</translation>
    </message>
    <message>
        <source>%1 does not belong to the dump.</source>
        <translation>%1 no pertenece al volcado.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 no es un archivo normal.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, the manifest says %3.</source>
        <translation>%1 tiene %2 bytes; el manifiesto dice %3.</translation>
    </message>
    <message>
        <source>%1 is not what the manifest says.</source>
        <translation>%1 no es lo que dice el manifiesto.</translation>
    </message>
    <message>
        <source>The files of the dump were changed while they were read.</source>
        <translation>Los archivos del volcado cambiaron mientras se leían.</translation>
    </message>
</context>
<context>
    <name>DumpSession</name>
    <message>
        <source>Looking at the database</source>
        <translation>Mirando la base de datos</translation>
    </message>
    <message numerus="yes">
        <source>%n event trigger(s) are enabled: stock psql may fail on them when it restores.</source>
        <translation>
            <numerusform>%n event trigger está activo: el psql normal puede fallar con él al restaurar.</numerusform>
            <numerusform>%n event triggers están activos: el psql normal puede fallar con ellos al restaurar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The critical table %1 does not exist in this database.</source>
        <translation>La tabla crítica %1 no existe en esta base de datos.</translation>
    </message>
    <message>
        <source>A critical table could not be counted: %1</source>
        <translation>Una tabla crítica no se pudo contar: %1</translation>
    </message>
    <message>
        <source>Dumping the database</source>
        <translation>Volcando la base de datos</translation>
    </message>
    <message>
        <source>A table was swapped while the dump began; trying once more.</source>
        <translation>Una tabla se cambió por otra mientras empezaba el volcado; se intenta una vez más.</translation>
    </message>
    <message>
        <source>Dumping roles and tablespaces</source>
        <translation>Volcando roles y tablespaces</translation>
    </message>
    <message>
        <source>passwords of roles</source>
        <translation>contraseñas de roles</translation>
    </message>
    <message>
        <source>the profile leaves them out</source>
        <translation>el perfil las omite</translation>
    </message>
    <message>
        <source>the role may not read them</source>
        <translation>el rol no puede leerlas</translation>
    </message>
    <message>
        <source>subscription %1</source>
        <translation>suscripción %1</translation>
    </message>
    <message>
        <source>pg_dump leaves it out: the role is no superuser</source>
        <translation>pg_dump la omite: el rol no es superusuario</translation>
    </message>
    <message numerus="yes">
        <source>The tool wrote %n more line(s) like these.</source>
        <translation>
            <numerusform>La herramienta escribió %n línea más como estas.</numerusform>
            <numerusform>La herramienta escribió %n líneas más como estas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is a standby, whose replay ends what stands in its way: allow a backup more time there (max_standby_streaming_delay, hot_standby_feedback), or back up the primary.</source>
        <translation>El servidor es un standby, y su reproducción del WAL termina lo que la estorba: permita allí más tiempo a una copia (max_standby_streaming_delay, hot_standby_feedback), o haga la copia del primario.</translation>
    </message>
    <message>
        <source>The connection to the server was lost. Sessions of this run may go on there until the server notices.</source>
        <translation>Se perdió la conexión con el servidor. Puede que allí sigan sesiones de esta ejecución hasta que el servidor lo note.</translation>
    </message>
    <message>
        <source>The rate limit does not hold for the format directory, which pg_dump writes by itself.</source>
        <translation>El límite de velocidad no vale para el formato directory, que pg_dump escribe por sí mismo.</translation>
    </message>
    <message>
        <source>Dumping the database, at most %1 a second</source>
        <translation>Volcando la base de datos, como mucho %1 por segundo</translation>
    </message>
    <message>
        <source>The format directory takes client tools on this machine; those of the container %1 cannot write into the repository.</source>
        <translation>El formato directory necesita herramientas cliente en esta máquina; las del contenedor %1 no pueden escribir en el repositorio.</translation>
    </message>
    <message>
        <source>Choose the format plain or custom.</source>
        <translation>Elija el formato plain o custom.</translation>
    </message>
    <message>
        <source>What runs in the container %1 could not be ended: %2</source>
        <translation>No se pudo terminar lo que se ejecuta en el contenedor %1: %2</translation>
    </message>
</context>
<context>
    <name>DumpTool</name>
    <message>
        <source>%1 ended well, but what it wrote is not a whole dump.</source>
        <translation>%1 terminó bien, pero lo que escribió no es un volcado entero.</translation>
    </message>
    <message>
        <source>The dump was thrown away. Run the backup again.</source>
        <translation>El volcado se desechó. Haga la copia otra vez.</translation>
    </message>
</context>
<context>
    <name>DurableFile</name>
    <message>
        <source>Cannot create %1</source>
        <translation>No se puede crear %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>Cannot sync %1 to the disk</source>
        <translation>No se puede sincronizar %1 al disco</translation>
    </message>
    <message>
        <source>Cannot close %1</source>
        <translation>No se puede cerrar %1</translation>
    </message>
    <message>
        <source>Cannot append to %1</source>
        <translation>No se puede añadir a %1</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The disk is full. Free space there, or choose another place.</source>
        <translation>El disco está lleno. Libere espacio, o elija otro lugar.</translation>
    </message>
    <message>
        <source>The disk quota of this user is used up.</source>
        <translation>La cuota de disco de este usuario está agotada.</translation>
    </message>
    <message>
        <source>The file system is mounted read-only.</source>
        <translation>El sistema de archivos está montado solo para lectura.</translation>
    </message>
    <message>
        <source>This user may not do that there. Check owner and permissions.</source>
        <translation>Este usuario no puede hacer eso ahí. Revise el dueño y los permisos.</translation>
    </message>
    <message>
        <source>The disk reported an error. Do not trust it before it has been checked.</source>
        <translation>El disco comunicó un error. No confíe en él antes de revisarlo.</translation>
    </message>
    <message>
        <source>A symbolic link stands where a plain file or folder must be. Links are not followed.</source>
        <translation>Hay un enlace simbólico donde debe haber un archivo o una carpeta normal. Los enlaces no se siguen.</translation>
    </message>
</context>
<context>
    <name>ExitCode</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>a defect in this program</source>
        <translation>un defecto de este programa</translation>
    </message>
    <message>
        <source>wrong usage; nothing was touched</source>
        <translation>uso incorrecto; no se tocó nada</translation>
    </message>
    <message>
        <source>done, with warnings</source>
        <translation>hecho, con avisos</translation>
    </message>
    <message>
        <source>profile or repository unusable</source>
        <translation>perfil o repositorio inservible</translation>
    </message>
    <message>
        <source>another run holds the repository</source>
        <translation>otra ejecución tiene el repositorio</translation>
    </message>
    <message>
        <source>password missing or refused</source>
        <translation>falta la contraseña o fue rechazada</translation>
    </message>
    <message>
        <source>server not reached</source>
        <translation>no se llegó al servidor</translation>
    </message>
    <message>
        <source>the dump failed</source>
        <translation>el volcado falló</translation>
    </message>
    <message>
        <source>storage or space failed</source>
        <translation>falló el almacenamiento o el espacio</translation>
    </message>
    <message>
        <source>verification failed</source>
        <translation>la verificación falló</translation>
    </message>
    <message>
        <source>restore test failed</source>
        <translation>el test de restauración falló</translation>
    </message>
    <message>
        <source>off-site copy or retention failed; the backup is good</source>
        <translation>falló la copia externa o la retención; la copia es buena</translation>
    </message>
    <message>
        <source>catalog degraded; the backup is good</source>
        <translation>catálogo degradado; la copia es buena</translation>
    </message>
    <message>
        <source>client tool missing, too old or unsafe</source>
        <translation>falta una herramienta cliente, o es antigua o insegura</translation>
    </message>
    <message>
        <source>restore failed, the target is untouched</source>
        <translation>la restauración falló, el destino está intacto</translation>
    </message>
    <message>
        <source>128+N: stopped by signal N</source>
        <translation>128+N: detenido por la señal N</translation>
    </message>
    <message>
        <source>a restore failed or a service is down: a person must act</source>
        <translation>falló una restauración o hay un servicio parado: debe actuar una persona</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>relation</source>
        <translation>relación</translation>
    </message>
    <message>
        <source>Two relations have the same OID %1.</source>
        <translation>Dos relaciones tienen el mismo OID %1.</translation>
    </message>
    <message>
        <source>role setting</source>
        <translation>ajuste de rol</translation>
    </message>
    <message>
        <source>object counts</source>
        <translation>conteos de objetos</translation>
    </message>
    <message>
        <source>A name in the document is malformed.</source>
        <translation>Un nombre del documento está mal formado.</translation>
    </message>
    <message>
        <source>database facts</source>
        <translation>datos de la base de datos</translation>
    </message>
    <message>
        <source>The database was renamed or dropped meanwhile.</source>
        <translation>La base de datos se renombró o se borró mientras tanto.</translation>
    </message>
</context>
<context>
    <name>FileArchive</name>
    <message>
        <source>older than the limit of age</source>
        <translation>más antiguo que el límite de edad</translation>
    </message>
    <message>
        <source>beyond the limit of size, which the newest files fill</source>
        <translation>más allá del límite de tamaño, que llenan los ficheros más nuevos</translation>
    </message>
    <message>
        <source>%1 files with %2, among them %3</source>
        <translation>%1 ficheros con %2, entre ellos %3</translation>
    </message>
    <message>
        <source>went away while the backup was made</source>
        <translation>desapareció mientras se hacía la copia</translation>
    </message>
    <message>
        <source>grew while it was read; what was there before is kept</source>
        <translation>creció mientras se leía; se guarda lo que había antes</translation>
    </message>
    <message>
        <source>was changed while it was read</source>
        <translation>cambió mientras se leía</translation>
    </message>
    <message>
        <source>not readable to its end, zeros stand for the rest: %1</source>
        <translation>no se pudo leer hasta el final, el resto son ceros: %1</translation>
    </message>
    <message>
        <source>a link that climbs above the root of the disk, to %1</source>
        <translation>un enlace que sube por encima de la raíz del disco, hacia %1</translation>
    </message>
</context>
<context>
    <name>FileAttributes</name>
    <message>
        <source>The users of this machine cannot be looked up.</source>
        <translation>No se pueden consultar los usuarios de esta máquina.</translation>
    </message>
    <message numerus="yes">
        <source>The owner of %n file(s) could not be set, first %1: %2</source>
        <translation>
            <numerusform>No se pudo poner el dueño de %n archivo, el primero %1: %2</numerusform>
            <numerusform>No se pudo poner el dueño de %n archivos, el primero %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mode of %n file(s) could not be set, first %1: %2</source>
        <translation>
            <numerusform>No se pudieron poner los permisos de %n archivo, el primero %1: %2</numerusform>
            <numerusform>No se pudieron poner los permisos de %n archivos, el primero %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extended attribute(s) could not be set, first on %1: %2</source>
        <translation>
            <numerusform>No se pudo poner %n atributo extendido, el primero en %1: %2</numerusform>
            <numerusform>No se pudieron poner %n atributos extendidos, el primero en %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access control list(s) could not be set, first on %1: %2</source>
        <translation>
            <numerusform>No se pudo poner %n lista de control de acceso, la primera en %1: %2</numerusform>
            <numerusform>No se pudieron poner %n listas de control de acceso, la primera en %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time of %n file(s) could not be set, first %1: %2</source>
        <translation>
            <numerusform>No se pudo poner la hora de %n archivo, el primero %1: %2</numerusform>
            <numerusform>No se pudo poner la hora de %n archivos, el primero %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileKinds</name>
    <message>
        <source>not configured in the profile</source>
        <translation>no está configurado en el perfil</translation>
    </message>
    <message>
        <source>the profile names no log files</source>
        <translation>el perfil no nombra archivos de log</translation>
    </message>
    <message>
        <source>%1 more files and folders</source>
        <translation>%1 archivos y carpetas más</translation>
    </message>
    <message>
        <source>see the log of the run %1</source>
        <translation>vea el log de la ejecución %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) of the kind %1 could not be read. The first: %2</source>
        <translation>
            <numerusform>No se pudo leer %n archivo o carpeta del tipo %1. El primero: %2</numerusform>
            <numerusform>No se pudieron leer %n archivos o carpetas del tipo %1. El primero: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot look at the repository</source>
        <translation>No se puede mirar el repositorio</translation>
    </message>
    <message>
        <source>The server&apos;s configuration could not be read: %1</source>
        <translation>La configuración del servidor no se pudo leer: %1</translation>
    </message>
    <message>
        <source>Archiving %1</source>
        <translation>Archivando %1</translation>
    </message>
    <message>
        <source>Take an inventory of machine and server</source>
        <translation>Hacer un inventario de la máquina y del servidor</translation>
    </message>
    <message>
        <source>Archive the configuration: %1 files with %2, and what the server says of its own</source>
        <translation>Archivar la configuración: %1 archivos con %2, y lo que el servidor dice de la suya</translation>
    </message>
    <message>
        <source>Archive the logs: %1 files with %2</source>
        <translation>Archivar los logs: %1 archivos con %2</translation>
    </message>
</context>
<context>
    <name>FileRestoreService</name>
    <message>
        <source>The backup %1 has no files of the kind %2.</source>
        <translation>La copia %1 no tiene archivos del tipo %2.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup show %1&quot; lists what it has.</source>
        <translation>&quot;masclet-backup show %1&quot; muestra lo que tiene.</translation>
    </message>
    <message>
        <source>The kind state is an inventory: there is no place to put it back to.</source>
        <translation>El tipo state es un inventario: no hay ningún lugar donde volver a ponerlo.</translation>
    </message>
    <message>
        <source>The backup %1 has no files but its database.</source>
        <translation>La copia %1 no tiene más archivos que su base de datos.</translation>
    </message>
    <message>
        <source>Validating %1</source>
        <translation>Validando %1</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>Restaurando %1</translation>
    </message>
    <message>
        <source>Cannot look at the folder</source>
        <translation>No se puede mirar la carpeta</translation>
    </message>
    <message>
        <source>Not enough space in %1: %2 needed, %3 free.</source>
        <translation>No hay espacio suficiente en %1: hacen falta %2, hay %3 libres.</translation>
    </message>
    <message>
        <source>Nothing was written. Name a folder on another disk.</source>
        <translation>No se escribió nada. Nombre una carpeta de otro disco.</translation>
    </message>
    <message>
        <source>%1 lies in the repository.</source>
        <translation>%1 está dentro del repositorio.</translation>
    </message>
    <message>
        <source>Nothing was touched. Name a folder outside of it.</source>
        <translation>No se tocó nada. Nombre una carpeta fuera de él.</translation>
    </message>
    <message>
        <source>Some files are the restored ones, some are missing. Restore again.</source>
        <translation>Algunos archivos son los restaurados, otros faltan. Restaure otra vez.</translation>
    </message>
    <message>
        <source>Some files are the restored ones, some the old ones. Restore again, or unpack the old ones from %1.</source>
        <translation>Algunos archivos son los restaurados, otros los antiguos. Restaure otra vez, o desempaquete los antiguos de %1.</translation>
    </message>
    <message>
        <source>Keeping what is replaced</source>
        <translation>Guardando lo que se reemplaza</translation>
    </message>
</context>
<context>
    <name>FileUnpacker</name>
    <message>
        <source>Cannot write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>An entry was to be written that was to be refused.</source>
        <translation>Se iba a escribir una entrada que había que rechazar.</translation>
    </message>
    <message>
        <source>%1 has content behind its own end.</source>
        <translation>%1 tiene contenido detrás de su propio final.</translation>
    </message>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>The folder of %1 has gone.</source>
        <translation>La carpeta de %1 ha desaparecido.</translation>
    </message>
</context>
<context>
    <name>FileWalk</name>
    <message>
        <source>the repository itself</source>
        <translation>el propio repositorio</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>leads to %1 and is kept there</source>
        <translation>lleva a %1 y se guarda allí</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Parado como se pidió.</translation>
    </message>
    <message>
        <source>a socket, pipe or device</source>
        <translation>un socket, una tubería o un dispositivo</translation>
    </message>
    <message>
        <source>another file system; name it to have it in the backup</source>
        <translation>otro sistema de ficheros; nómbrelo para tenerlo en la copia</translation>
    </message>
    <message>
        <source>lies too deep</source>
        <translation>está a demasiada profundidad</translation>
    </message>
    <message numerus="yes">
        <source>excluded by the profile (%n found)</source>
        <translation>
            <numerusform>excluido por el perfil (%n encontrado)</numerusform>
            <numerusform>excluidos por el perfil (%n encontrados)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForeignDump</name>
    <message>
        <source>Cannot read the file</source>
        <translation>No se puede leer el fichero</translation>
    </message>
    <message>
        <source>The file is compressed with %1.</source>
        <translation>El fichero está comprimido con %1.</translation>
    </message>
    <message>
        <source>Decompress it first; gzip is the only compression that is read here.</source>
        <translation>Descomprímalo antes; aquí solo se lee gzip.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Parado como se pidió.</translation>
    </message>
    <message>
        <source>The folder is not a dump: it has no toc.dat.</source>
        <translation>La carpeta no es un volcado: no tiene toc.dat.</translation>
    </message>
    <message>
        <source>Name the dump&apos;s file, or the folder that pg_dump -Fd made.</source>
        <translation>Indique el fichero del volcado, o la carpeta que creó pg_dump -Fd.</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder.</source>
        <translation>No es ni un fichero ni una carpeta.</translation>
    </message>
    <message>
        <source>Name the dump&apos;s file.</source>
        <translation>Indique el fichero del volcado.</translation>
    </message>
    <message>
        <source>Use another copy of the file, or make the dump again.</source>
        <translation>Use otra copia del fichero, o haga el volcado otra vez.</translation>
    </message>
    <message>
        <source>This is a dump in the format %1, which only pg_restore reads.</source>
        <translation>Es un volcado en el formato %1, que solo lee pg_restore.</translation>
    </message>
    <message>
        <source>pg_restore -f dump.sql FILE makes plain SQL of it.</source>
        <translation>pg_restore -f dump.sql ARCHIVO lo convierte en SQL normal.</translation>
    </message>
</context>
<context>
    <name>ForeignRestore</name>
    <message>
        <source>There is a database %1 already.</source>
        <translation>Ya hay una base de datos %1.</translation>
    </message>
    <message>
        <source>A file from elsewhere goes under a new name only.</source>
        <translation>Un archivo de otro sitio solo se carga con un nombre nuevo.</translation>
    </message>
    <message>
        <source>The role may not create databases.</source>
        <translation>El rol no puede crear bases de datos.</translation>
    </message>
    <message>
        <source>ALTER ROLE … CREATEDB lets it.</source>
        <translation>ALTER ROLE … CREATEDB se lo permite.</translation>
    </message>
    <message>
        <source>Nobody knows where this file comes from.</source>
        <translation>Nadie sabe de dónde viene este archivo.</translation>
    </message>
    <message>
        <source>A dump is a program that runs on your server. Give --trust if you know who made it; it is tried in a sandbox first all the same.</source>
        <translation>Un volcado es un programa que se ejecuta en su servidor. Dé --trust si sabe quién lo hizo; aun así, antes se prueba en un entorno aislado.</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>Verificando %1</translation>
    </message>
    <message>
        <source>The dump does not say which encoding its text has.</source>
        <translation>El volcado no dice qué codificación tiene su texto.</translation>
    </message>
    <message>
        <source>A dump made by pg_dump begins with SET client_encoding.</source>
        <translation>Un volcado hecho por pg_dump empieza con SET client_encoding.</translation>
    </message>
    <message>
        <source>What was loaded is not what the file holds: %1</source>
        <translation>Lo que se cargó no es lo que contiene el archivo: %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>The sandbox took it: %1 rows in %2 tables.</source>
        <translation>El entorno aislado lo aceptó: %1 filas en %2 tablas.</translation>
    </message>
    <message>
        <source>Load it into a throw-away PostgreSQL %1 without network and files</source>
        <translation>Cargarlo en un PostgreSQL %1 desechable, sin red ni archivos</translation>
    </message>
    <message>
        <source>Load it into a new database beside, encoding %1, locale %2, and count every table</source>
        <translation>Cargarlo en una base de datos nueva aparte, codificación %1, locale %2, y contar cada tabla</translation>
    </message>
    <message>
        <source>Name it %1</source>
        <translation>Darle el nombre %1</translation>
    </message>
    <message numerus="yes">
        <source>Read %1 to its end: it is whole, %2 rows in %n table(s)</source>
        <translation>
            <numerusform>Leer %1 hasta el final: está entero, %2 filas en %n tabla</numerusform>
            <numerusform>Leer %1 hasta el final: está entero, %2 filas en %n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in a file from elsewhere is loaded by a role of its own without rights, and the server does not let that in. Use a connection by address and password, or a profile whose role is no superuser and owns no database.</source>
        <translation>Lo que hay en un archivo de otro sitio lo carga un rol propio sin derechos, y el servidor no deja entrar a ese rol. Use una conexión por dirección y contraseña, o un perfil cuyo rol no sea superusuario ni dueño de ninguna base de datos.</translation>
    </message>
    <message>
        <source>All of it belongs to the role %1, which has no rights and cannot log in: functions in it run with the rights of their owner. REASSIGN OWNED BY %1 gives it to one that you trust them with.</source>
        <translation>Todo pertenece al rol %1, que no tiene derechos ni puede iniciar sesión: sus funciones se ejecutan con los derechos de su dueño. REASSIGN OWNED BY %1 lo da a un rol al que usted las confíe.</translation>
    </message>
</context>
<context>
    <name>ForeignSource</name>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>%1 is not what it was when it was checked.</source>
        <translation>%1 no es lo que era cuando se comprobó.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. Begin again with a file that stays as it is.</source>
        <translation>Alguien lo cambió entretanto. Empiece otra vez con un archivo que no cambie.</translation>
    </message>
    <message>
        <source>Use another copy of the file, or make the dump again.</source>
        <translation>Use otra copia del archivo, o haga el volcado otra vez.</translation>
    </message>
    <message>
        <source>The dump says that it is UTF-8, and is not: near byte %1.</source>
        <translation>El volcado dice que es UTF-8, y no lo es: cerca del byte %1.</translation>
    </message>
    <message>
        <source>It was probably converted by a console or an editor on its way. Make the dump again with pg_dump --file.</source>
        <translation>Probablemente lo convirtió por el camino una consola o un editor. Haga el volcado otra vez con pg_dump --file.</translation>
    </message>
    <message>
        <source>Cannot open %1</source>
        <translation>No se puede abrir %1</translation>
    </message>
    <message>
        <source>Line %1 is a command of psql: %2</source>
        <translation>La línea %1 es un comando de psql: %2</translation>
    </message>
    <message>
        <source>pg_dump writes none. The file was made or changed by somebody else.</source>
        <translation>pg_dump no escribe ninguno. El archivo lo hizo o lo cambió otra persona.</translation>
    </message>
    <message>
        <source>Use another copy of the folder, or make the dump again.</source>
        <translation>Use otra copia de la carpeta o vuelva a hacer el volcado.</translation>
    </message>
    <message>
        <source>%1 does not belong to the dump.</source>
        <translation>%1 no pertenece al volcado.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 está vacío.</translation>
    </message>
    <message>
        <source>%1 is cut.</source>
        <translation>%1 está cortado.</translation>
    </message>
    <message>
        <source>This is a dump in the tar format, in which pg_restore does not notice a cut.</source>
        <translation>Es un volcado en el formato tar, en el que pg_restore no nota si está cortado.</translation>
    </message>
    <message>
        <source>Make it again in another format, or convert it: pg_restore -f dump.sql FILE.</source>
        <translation>Vuelva a hacerlo en otro formato o conviértalo: pg_restore -f dump.sql ARCHIVO.</translation>
    </message>
    <message>
        <source>A file of unknown origin is not given to it. Update the client tools.</source>
        <translation>No se le da un archivo de origen desconocido. Actualice las herramientas cliente.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Common arguments:</source>
        <translation>Argumentos comunes:</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NÚMERO</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>TAMAÑO</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TIEMPO</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>RUTA</translation>
    </message>
    <message>
        <source>ZONE</source>
        <translation>ZONA</translation>
    </message>
    <message>
        <source>WORD</source>
        <translation>PALABRA</translation>
    </message>
    <message>
        <source>WORD,…</source>
        <translation>PALABRA,…</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumentos:</translation>
    </message>
    <message>
        <source>Masclet Backup %1: PostgreSQL backups that are proven to restore.</source>
        <translation>Masclet Backup %1: copias de PostgreSQL que se ha demostrado que se restauran.</translation>
    </message>
    <message>
        <source>masclet-backup VERB [arguments]</source>
        <translation>masclet-backup VERBO [argumentos]</translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation>Verbos:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Códigos de salida:</translation>
    </message>
    <message>
        <source>More about a verb: masclet-backup VERB --help</source>
        <translation>Más sobre un verbo: masclet-backup VERBO --help</translation>
    </message>
    <message>
        <source>Options of the profile:</source>
        <translation>Opciones del perfil:</translation>
    </message>
    <message>
        <source>PATH,…</source>
        <translation>RUTA,…</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>There is no set yet.</source>
        <translation>Aún no hay ninguna copia.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup backup&quot; makes one.</source>
        <translation>&quot;masclet-backup backup&quot; hace una.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the id of a run.</source>
        <translation>&quot;%1&quot; no es el id de una ejecución.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup list --runs&quot; shows them.</source>
        <translation>&quot;masclet-backup list --runs&quot; las muestra.</translation>
    </message>
    <message>
        <source>There is no log of the run %1.</source>
        <translation>No hay log de la ejecución %1.</translation>
    </message>
    <message>
        <source>Logs are deleted after 400 days; the run itself stays in the journal.</source>
        <translation>Los logs se borran tras 400 días; la ejecución misma queda en el diario.</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>No hay ninguna ejecución %1.</translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message>
        <source>Set that cannot be read</source>
        <translation>Copia que no se puede leer</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inservible</translation>
    </message>
    <message>
        <source>%1 raw</source>
        <translation>%1 en bruto</translation>
    </message>
    <message>
        <source>Verified: %1</source>
        <translation>Verificada: %1</translation>
    </message>
    <message>
        <source>tested %1</source>
        <translation>probada %1</translation>
    </message>
    <message>
        <source>never restored</source>
        <translation>sin restaurar</translation>
    </message>
</context>
<context>
    <name>InitCommand</name>
    <message>
        <source>make a profile and its repository</source>
        <translation>crear un perfil y su repositorio</translation>
    </message>
    <message>
        <source>What is not given comes from libpq&apos;s variables (PGHOST, …) and from the defaults.</source>
        <translation>Lo que no se da viene de las variables de libpq (PGHOST, …) y de los valores por defecto.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>%1, file %2</source>
        <translation>%1, archivo %2</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>%1 on %2, port %3, as %4</source>
        <translation>%1 en %2, puerto %3, como %4</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>%1, database of %2</source>
        <translation>%1, base de datos de %2</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositorio</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1, nuevo</translation>
    </message>
    <message>
        <source>%1, was there already</source>
        <translation>%1, ya existía</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Previsto para</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se conserva</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n verified backup(s)</source>
        <translation>
            <numerusform>la copia verificada más reciente</numerusform>
            <numerusform>las %n copias verificadas más recientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Minimum size</source>
        <translation>Tamaño mínimo</translation>
    </message>
    <message>
        <source>Critical tables</source>
        <translation>Tablas críticas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Warning: the database was not reached, so nothing was measured. %1 %2</source>
        <translation>Aviso: no se llegó a la base de datos, así que no se midió nada. %1 %2</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>Dry run: nothing was made.</source>
        <translation>Simulación: no se creó nada.</translation>
    </message>
    <message>
        <source>Next: masclet-backup profile check --profile %1</source>
        <translation>Siguiente: masclet-backup profile check --profile %1</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Not in the backup: %1. Protect these by other means.</source>
        <translation>No está en la copia: %1. Proteja esto por otros medios.</translation>
    </message>
</context>
<context>
    <name>InspectCommand</name>
    <message>
        <source>look into a backup or a dump without restoring it; compare two</source>
        <translation>mirar dentro de una copia o un volcado sin restaurarlo; comparar dos</translation>
    </message>
    <message>
        <source>SET|FILE</source>
        <translation>COPIA|ARCHIVO</translation>
    </message>
    <message>
        <source>OTHER</source>
        <translation>OTRA</translation>
    </message>
    <message>
        <source>what to compare it with, the newer one</source>
        <translation>con qué compararla, la más nueva</translation>
    </message>
    <message>
        <source>the newest backup of the profile</source>
        <translation>la copia más reciente del perfil</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>show its structure and first rows</source>
        <translation>mostrar su estructura y sus primeras filas</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>how many rows of it (10)</source>
        <translation>cuántas filas de ella (10)</translation>
    </message>
    <message>
        <source>compare configuration and state</source>
        <translation>comparar la configuración y el estado</translation>
    </message>
    <message>
        <source>Name a backup or a file, or two to compare.</source>
        <translation>Nombre una copia o un archivo, o dos para comparar.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup list&quot; shows the backups.</source>
        <translation>&quot;masclet-backup list&quot; muestra las copias.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number of rows from 0 to %2.</source>
        <translation>&quot;%1&quot; no es un número de filas de 0 a %2.</translation>
    </message>
    <message>
        <source>%1 is no backup: only backups have configuration and state.</source>
        <translation>%1 no es una copia: solo las copias tienen configuración y estado.</translation>
    </message>
    <message>
        <source>--table looks into one dump.</source>
        <translation>--table mira dentro de un solo volcado.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n table(s), %2 rows, %3 raw</source>
        <translation>
            <numerusform>%1: %n tabla, %2 filas, %3 sin comprimir</numerusform>
            <numerusform>%1: %n tablas, %2 filas, %3 sin comprimir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n large object(s)</source>
        <translation>
            <numerusform>%n objeto grande</numerusform>
            <numerusform>%n objetos grandes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 rows, the first %3 shown</source>
        <translation>%1: %2 filas, se muestran las primeras %3</translation>
    </message>
    <message>
        <source>%1 and %2 have the same tables, columns and numbers of rows.</source>
        <translation>%1 y %2 tienen las mismas tablas, columnas y números de filas.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>desaparecida</translation>
    </message>
    <message>
        <source>fewer rows</source>
        <translation>menos filas</translation>
    </message>
    <message>
        <source>more rows</source>
        <translation>más filas</translation>
    </message>
    <message>
        <source>other columns</source>
        <translation>otras columnas</translation>
    </message>
    <message>
        <source>From %1 to %2:</source>
        <translation>De %1 a %2:</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Nothing that was compared differs between %1 and %2.</source>
        <translation>Nada de lo que se comparó difiere entre %1 y %2.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Shows the tables of a backup of ours (by its id) or of a dump made elsewhere (by its path). Two of them are compared: which tables appeared, are gone, have fewer rows, or other columns. --drift compares configuration and state of two backups, or of one with this machine and server as they are now, and ends with 3 when anything differs.</source>
        <translation>Muestra las tablas de una copia nuestra (por su id) o de un volcado hecho en otro sitio (por su ruta). Dos de ellos se comparan: qué tablas aparecieron, faltan, tienen menos filas u otras columnas. --drift compara la configuración y el estado de dos copias, o de una con esta máquina y su servidor tal como están ahora, y termina con 3 cuando algo difiere.</translation>
    </message>
    <message>
        <source>id of a backup, or a dump: .sql, .sql.gz, custom or directory format</source>
        <translation>id de una copia, o un volcado: .sql, .sql.gz, formato custom o directory</translation>
    </message>
</context>
<context>
    <name>InspectService</name>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>Reading the structure of %1</source>
        <translation>Leyendo la estructura de %1</translation>
    </message>
    <message>
        <source>The dump has no table &quot;%1&quot;.</source>
        <translation>El volcado no tiene ninguna tabla &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means more than one table.</source>
        <translation>&quot;%1&quot; se refiere a más de una tabla.</translation>
    </message>
    <message>
        <source>Write the schema before the table&apos;s name.</source>
        <translation>Escriba el esquema delante del nombre de la tabla.</translation>
    </message>
    <message>
        <source>The backup %1 has no dump to look into.</source>
        <translation>La copia %1 no tiene ningún volcado que mirar.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>The JSON text contains a NUL byte.</source>
        <translation>El texto JSON contiene un byte NUL.</translation>
    </message>
    <message>
        <source>The JSON text is nested too deeply.</source>
        <translation>El texto JSON está anidado demasiado hondo.</translation>
    </message>
    <message>
        <source>The JSON text is not well formed.</source>
        <translation>El texto JSON no está bien formado.</translation>
    </message>
    <message>
        <source>The JSON text ends inside a string.</source>
        <translation>El texto JSON termina dentro de una cadena.</translation>
    </message>
    <message>
        <source>The JSON text has the key &quot;%1&quot; twice.</source>
        <translation>El texto JSON tiene dos veces la clave &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The JSON text is larger than allowed.</source>
        <translation>El texto JSON es mayor de lo permitido.</translation>
    </message>
    <message>
        <source>The JSON text is not valid UTF-8.</source>
        <translation>El texto JSON no es UTF-8 válido.</translation>
    </message>
    <message>
        <source>The JSON text is not an object.</source>
        <translation>El texto JSON no es un objeto.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is missing.</source>
        <translation>%1: falta &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1: the value of &quot;%2&quot; is not allowed.</source>
        <translation>%1: el valor de &quot;%2&quot; no está permitido.</translation>
    </message>
    <message>
        <source>%1: unknown key &quot;%2&quot;.</source>
        <translation>%1: clave desconocida &quot;%2&quot;.</translation>
    </message>
</context>
<context>
    <name>KeptDatabaseService</name>
    <message>
        <source>%1 was kept on another server.</source>
        <translation>%1 se guardó en otro servidor.</translation>
    </message>
    <message>
        <source>The profile reaches a server with another system identifier.</source>
        <translation>El perfil llega a un servidor con otro identificador de sistema.</translation>
    </message>
    <message>
        <source>Dropping %1</source>
        <translation>Borrando %1</translation>
    </message>
    <message>
        <source>Dropping databases kept aside</source>
        <translation>Borrando bases de datos guardadas aparte</translation>
    </message>
    <message>
        <source>The database %1, kept aside since %2, stays: %3 %4</source>
        <translation>La base de datos %1, guardada aparte desde %2, se queda: %3 %4</translation>
    </message>
    <message>
        <source>%1 is no database that a restore kept aside.</source>
        <translation>%1 no es una base de datos que una restauración guardara aparte.</translation>
    </message>
    <message>
        <source>%1 is there no more.</source>
        <translation>%1 ya no está.</translation>
    </message>
    <message>
        <source>It has logical replication slots: %1.</source>
        <translation>Tiene slots de replicación lógica: %1.</translation>
    </message>
    <message>
        <source>Drop them if nobody needs them, or drop the database with them: restore --drop-kept NAME</source>
        <translation>Elimínelos si nadie los necesita, o borre la base de datos con ellos: restore --drop-kept NOMBRE</translation>
    </message>
    <message>
        <source>Its logical replication slots went with it: %1</source>
        <translation>Con ella se fueron sus slots de replicación lógica: %1</translation>
    </message>
</context>
<context>
    <name>KeptSets</name>
    <message>
        <source>Reading %1 again before anything is deleted</source>
        <translation>Se vuelve a leer %1 antes de borrar nada</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 está dañado: %2</translation>
    </message>
</context>
<context>
    <name>KeyCommand</name>
    <message>
        <source>make a pair of keys for encrypted backups</source>
        <translation>crear un par de claves para copias cifradas</translation>
    </message>
    <message>
        <source>The public key goes into the profile of the machine that makes backups, which then can write them and not read them. The secret key belongs into a safe and onto the machine that tests restores: a backup without its key is lost.</source>
        <translation>La clave pública va en el perfil de la máquina que hace las copias, que así puede escribirlas y no leerlas. La clave secreta debe estar en una caja fuerte y en la máquina que prueba las restauraciones: una copia sin su clave está perdida.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>file for the secret key, which must not exist</source>
        <translation>archivo para la clave secreta, que no debe existir</translation>
    </message>
    <message>
        <source>show the secret key as well, to print it for the safe</source>
        <translation>mostrar también la clave secreta, para imprimirla y guardarla en la caja fuerte</translation>
    </message>
    <message>
        <source>Dry run: %1 would be made.</source>
        <translation>Simulación: se crearía %1.</translation>
    </message>
    <message>
        <source>Secret key: %1</source>
        <translation>Clave secreta: %1</translation>
    </message>
    <message>
        <source>Public key: %1</source>
        <translation>Clave pública: %1</translation>
    </message>
    <message>
        <source>Encrypt from now on: masclet-backup profile set --recipients %1</source>
        <translation>Cifrar desde ahora: masclet-backup profile set --recipients %1</translation>
    </message>
    <message>
        <source>Prove the key: masclet-backup restore-test --latest --identity %1</source>
        <translation>Probar la clave: masclet-backup restore-test --latest --identity %1</translation>
    </message>
</context>
<context>
    <name>KeyService</name>
    <message>
        <source>There is a file %1 already.</source>
        <translation>Ya hay un archivo %1.</translation>
    </message>
    <message>
        <source>A key that is lost takes with it all backups encrypted to it. Choose another name.</source>
        <translation>Una clave perdida se lleva consigo todas las copias cifradas con ella. Elija otro nombre.</translation>
    </message>
    <message>
        <source>the secret key</source>
        <translation>la clave secreta</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>Scheduled runs and plain terminals have none: keep the password in a pass file (masclet-backup secret set).</source>
        <translation>Las ejecuciones programadas y las terminales simples no la tienen: guarde la contraseña en un archivo de contraseñas (masclet-backup secret set).</translation>
    </message>
    <message>
        <source>There is no keychain in this session: it has no session bus.</source>
        <translation>No hay llavero en esta sesión: no tiene bus de sesión.</translation>
    </message>
    <message>
        <source>No keychain service runs in this session.</source>
        <translation>En esta sesión no hay ningún servicio de llavero en marcha.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring or KWallet, or keep the password in a pass file (masclet-backup secret set).</source>
        <translation>Inicie GNOME Keyring o KWallet, o guarde la contraseña en un archivo de contraseñas (masclet-backup secret set).</translation>
    </message>
    <message>
        <source>The keychain is locked, so nothing in it was read or changed.</source>
        <translation>El llavero está bloqueado: no se ha leído ni cambiado nada en él.</translation>
    </message>
    <message>
        <source>Unlock it (by logging in to the desktop, or with its password program) and try again.</source>
        <translation>Desbloquéelo (al entrar en el escritorio o con su programa de contraseñas) y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The keychain refuses this program access.</source>
        <translation>El llavero deniega el acceso a este programa.</translation>
    </message>
    <message>
        <source>Allow it when the desktop asks, or keep the password in a pass file (masclet-backup secret set).</source>
        <translation>Permítalo cuando el escritorio lo pregunte, o guarde la contraseña en un archivo de contraseñas (masclet-backup secret set).</translation>
    </message>
    <message>
        <source>The keychain did not answer within %1.</source>
        <translation>El llavero no ha respondido en %1.</translation>
    </message>
    <message>
        <source>It may be waiting for its own password in another window. If it is not, log out of the desktop and in again.</source>
        <translation>Quizá espera su propia contraseña en otra ventana. Si no es así, cierre la sesión del escritorio y vuelva a entrar.</translation>
    </message>
    <message>
        <source>The keychain does not work.</source>
        <translation>El llavero no funciona.</translation>
    </message>
    <message>
        <source>&quot;Details&quot; has its own words. A pass file does without it (masclet-backup secret set).</source>
        <translation>«Detalles» muestra sus propias palabras. Con un archivo de contraseñas no hace falta (masclet-backup secret set).</translation>
    </message>
    <message>
        <source>The keychain says that it did what it was told, and did not.</source>
        <translation>El llavero dice que hizo lo que se le pidió, y no lo hizo.</translation>
    </message>
    <message>
        <source>Look into it with the desktop&apos;s password program, and try again.</source>
        <translation>Mírelo con el programa de contraseñas del escritorio y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
</context>
<context>
    <name>KnownCommands</name>
    <message>
        <source>show which texts in log files somebody has looked at, and until when</source>
        <translation>mostrar qué textos de los registros ya ha mirado alguien, y hasta cuándo</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Conocido</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Nothing is known.</source>
        <translation>No hay nada conocido.</translation>
    </message>
    <message>
        <source>say that a text in log files is known and no error until a day</source>
        <translation>decir que un texto de los registros es conocido y no un error hasta un día</translation>
    </message>
    <message>
        <source>Lines that hold it are counted apart until that day is over. It is kept in the journal who said so.</source>
        <translation>Las líneas que lo contienen se cuentan aparte hasta que acabe ese día. El diario guarda quién lo dijo.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>a part of the line, as it stands there</source>
        <translation>una parte de la línea, tal como está</translation>
    </message>
    <message>
        <source>the last day that it holds</source>
        <translation>el último día que vale</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>who says so</source>
        <translation>quién lo dice</translation>
    </message>
    <message>
        <source>why, for those who come later</source>
        <translation>por qué, para quien venga después</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed.</source>
        <translation>Simulacro: no se cambió nada.</translation>
    </message>
    <message>
        <source>Known until %1: %2</source>
        <translation>Conocido hasta el %1: %2</translation>
    </message>
    <message>
        <source>count the lines with a known text as errors again</source>
        <translation>volver a contar como errores las líneas con un texto conocido</translation>
    </message>
    <message>
        <source>KNOWN</source>
        <translation>CONOCIDO</translation>
    </message>
    <message>
        <source>as &quot;known list&quot; shows it</source>
        <translation>como lo muestra «known list»</translation>
    </message>
    <message>
        <source>%1 counts as an error again.</source>
        <translation>%1 vuelve a contar como error.</translation>
    </message>
</context>
<context>
    <name>KnownLines</name>
    <message>
        <source>A text of the log is needed, of at most %1 characters.</source>
        <translation>Hace falta un texto del registro, de %1 caracteres como mucho.</translation>
    </message>
    <message>
        <source>It must be said who knows it.</source>
        <translation>Hay que decir quién lo conoce.</translation>
    </message>
    <message>
        <source>A day is needed that is not over.</source>
        <translation>Hace falta un día que no haya pasado.</translation>
    </message>
    <message>
        <source>There is no known text &quot;%1&quot;.</source>
        <translation>No hay ningún texto conocido «%1».</translation>
    </message>
    <message>
        <source>&quot;masclet-backup known list&quot; shows them.</source>
        <translation>«masclet-backup known list» los muestra.</translation>
    </message>
</context>
<context>
    <name>LimitedRole</name>
    <message>
        <source>What is in the file could reach other databases of the role %1.</source>
        <translation>Lo que hay en el archivo podría alcanzar otras bases de datos del rol %1.</translation>
    </message>
    <message>
        <source>It needs a role of its own without rights: grant that one CREATEROLE, so that it can be made, or use a profile whose role owns no database.</source>
        <translation>Necesita un rol propio sin derechos: dé CREATEROLE a ese rol para poder crearlo, o use un perfil cuyo rol no sea dueño de ninguna base de datos.</translation>
    </message>
</context>
<context>
    <name>ListCommand</name>
    <message>
        <source>list the backups with their states, newest first</source>
        <translation>listar las copias con sus estados, la más reciente primero</translation>
    </message>
    <message>
        <source>Without a profile: masclet-backup list --repository PATH</source>
        <translation>Sin perfil: masclet-backup list --repository RUTA</translation>
    </message>
    <message>
        <source>list all runs, failed ones too</source>
        <translation>listar todas las ejecuciones, también las fallidas</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>fijada: %1</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Sin comprimir</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inservible</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>Verbo</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Aún no hay ninguna ejecución.</translation>
    </message>
    <message>
        <source>There is no backup yet in %1.</source>
        <translation>Aún no hay ninguna copia en %1.</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
</context>
<context>
    <name>LoadWatch</name>
    <message>
        <source>The role may not look at other sessions (pg_read_all_stats).</source>
        <translation>El rol no puede mirar otras sesiones (pg_read_all_stats).</translation>
    </message>
    <message>
        <source>The server has no session to spare for it.</source>
        <translation>Al servidor no le sobra ninguna sesión para ello.</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>The globals file is cut.</source>
        <translation>El fichero de globales está cortado.</translation>
    </message>
    <message>
        <source>Line %1 of the globals file holds a command for psql (%2); it is not loaded.</source>
        <translation>La línea %1 del fichero de globales tiene una orden para psql (%2); no se carga.</translation>
    </message>
    <message>
        <source>The globals file is not what pg_dumpall writes.</source>
        <translation>El fichero de globales no es lo que escribe pg_dumpall.</translation>
    </message>
    <message>
        <source>The dump is cut: it ends inside a statement or its rows.</source>
        <translation>El volcado está cortado: acaba dentro de una sentencia o de sus filas.</translation>
    </message>
    <message>
        <source>Line %1 of the dump holds a command for psql (%2). A dump has no use for it; it is not loaded.</source>
        <translation>La línea %1 del volcado tiene una orden para psql (%2). Un volcado no la necesita; no se carga.</translation>
    </message>
    <message>
        <source>A statement of the dump is larger than a server takes.</source>
        <translation>Una sentencia del volcado es mayor de lo que admite un servidor.</translation>
    </message>
    <message>
        <source>The server took in %1 rows for %2, but the dump has %3.</source>
        <translation>El servidor recibió %1 filas de %2, pero el volcado tiene %3.</translation>
    </message>
    <message>
        <source>The extension &quot;%1&quot; is not available on the server the dump is loaded into.</source>
        <translation>La extensión &quot;%1&quot; no está disponible en el servidor donde se carga el volcado.</translation>
    </message>
    <message>
        <source>Install the package that brings it there and try again. This says nothing bad about the backup.</source>
        <translation>Instale allí el paquete que la trae e inténtelo otra vez. Esto no dice nada malo de la copia.</translation>
    </message>
    <message>
        <source>Line %1 of the dump (%2) cannot be loaded. %3</source>
        <translation>La línea %1 del volcado (%2) no se puede cargar. %3</translation>
    </message>
    <message>
        <source>The dump was written for a newer server. Load it into one of its own version.</source>
        <translation>El volcado se escribió para un servidor más nuevo. Cárguelo en uno de su misma versión.</translation>
    </message>
    <message>
        <source>A function used by this object names others without their schema; a dump is loaded with an empty search_path. Cure it at the source with ALTER FUNCTION … SET search_path, or write the schema in its body, then back up again.</source>
        <translation>Una función que usa este objeto nombra otros sin su esquema; un volcado se carga con un search_path vacío. Arréglelo en el origen con ALTER FUNCTION … SET search_path, o escriba el esquema en su cuerpo, y haga otra copia.</translation>
    </message>
    <message>
        <source>%1: it was there before, and stays as it is</source>
        <translation>%1: ya estaba antes, y se queda como está</translation>
    </message>
    <message>
        <source>Line %1 of the dump is about the server itself (%2). The dump of one database has no use for it; it is not loaded.</source>
        <translation>La línea %1 del volcado trata del propio servidor (%2). El volcado de una base de datos no la necesita; no se carga.</translation>
    </message>
</context>
<context>
    <name>LogsCommand</name>
    <message>
        <source>show the log of the newest run, or of RUN</source>
        <translation>mostrar el log de la ejecución más reciente, o de EJECUCIÓN</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>EJECUCIÓN</translation>
    </message>
    <message>
        <source>id of a run, as &quot;list --runs&quot; shows it</source>
        <translation>id de una ejecución, como la muestra &quot;list --runs&quot;</translation>
    </message>
    <message>
        <source>only warnings and errors</source>
        <translation>solo avisos y errores</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Aún no hay ninguna ejecución.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Ejecución %1</translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>Nada que mostrar.</translation>
    </message>
</context>
<context>
    <name>MachineInventory</name>
    <message>
        <source>not on this machine</source>
        <translation>no está en esta máquina</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
</context>
<context>
    <name>ManPage</name>
    <message>
        <source>Verbs</source>
        <translation>Verbos</translation>
    </message>
    <message>
        <source>Takes the options of: %1</source>
        <translation>Acepta las opciones de: %1</translation>
    </message>
    <message>
        <source>Profile options</source>
        <translation>Opciones del perfil</translation>
    </message>
    <message>
        <source>Each is a key of the profile&apos;s TOML file, a flag, and a variable.</source>
        <translation>Cada una es una clave del archivo TOML del perfil, un argumento y una variable.</translation>
    </message>
    <message>
        <source>A flag wins over its MASCLET_ variable, that over the file; other variables fill what the file leaves out.</source>
        <translation>Un argumento gana a su variable MASCLET_, y esta al archivo; las demás variables completan lo que el archivo no dice.</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>Allowed: %1</source>
        <translation>Permitido: %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Por defecto: %1</translation>
    </message>
    <message>
        <source>Variables: %1</source>
        <translation>Variables: %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>profiles of a user, mode 0600</source>
        <translation>perfiles de un usuario, modo 0600</translation>
    </message>
    <message>
        <source>profiles of the machine; root writes here when XDG_CONFIG_HOME is not set</source>
        <translation>perfiles de la máquina; root escribe aquí si XDG_CONFIG_HOME no está puesta</translation>
    </message>
    <message>
        <source>the repository, unless the profile names another folder</source>
        <translation>el repositorio, si el perfil no nombra otra carpeta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>PostgreSQL backups that are proven to restore</source>
        <translation>copias de PostgreSQL que se ha demostrado que se restauran</translation>
    </message>
    <message>
        <source>Synopsis</source>
        <translation>Sinopsis</translation>
    </message>
    <message>
        <source>VERB [arguments]</source>
        <translation>VERBO [argumentos]</translation>
    </message>
    <message>
        <source>Common arguments</source>
        <translation>Argumentos comunes</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>Código de salida</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Véase también</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Each [[services]] table of the profile&apos;s file is a service that restore, and backup with --stop-services, stop in this order and start in reverse.</source>
        <translation>Cada tabla [[services]] del fichero del perfil es un servicio que restore, y backup con --stop-services, paran en este orden y arrancan en el inverso.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>The option connection.secret says where the password is: in the keychain of the session, a systemd credential named as the profile, a pass file, or the environment. &quot;auto&quot; asks them in this order and passes over what is not there; a named one is asked alone.</source>
        <translation>La opción connection.secret dice dónde está la contraseña: en el llavero de la sesión, en una credencial de systemd con el nombre del perfil, en un archivo de contraseñas o en el entorno. «auto» los consulta en este orden y pasa por alto los que no están; si se nombra uno, se consulta solo ese.</translation>
    </message>
    <message>
        <source>Keychain (GNOME Keyring, KWallet): the service is &quot;%1&quot;. The password&apos;s entry is ROLE@SERVER:PORT/DATABASE, each part percent-encoded; that of the secret key of encrypted backups is NAME.age. It is never written without encryption, and one call takes ten seconds at most. Scheduled runs have no session and so no keychain: keep their password in a pass file as well.</source>
        <translation>Llavero (GNOME Keyring, KWallet): el servicio es «%1». La entrada de la contraseña es ROL@SERVIDOR:PUERTO/BASE, cada parte con codificación de porcentaje; la de la clave secreta de las copias cifradas es NOMBRE.age. Nunca se escribe sin cifrar, y una llamada tarda diez segundos como máximo. Las ejecuciones programadas no tienen sesión y por tanto tampoco llavero: guarde su contraseña también en un archivo de contraseñas.</translation>
    </message>
    <message>
        <source>GNOME Keyring also shows it: secret-tool lookup server %1 user ENTRY</source>
        <translation>GNOME Keyring también la muestra: secret-tool lookup server %1 user ENTRADA</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Each [[contacts]] table of the profile&apos;s file is somebody who is told of an alarm: what is wrong once, a reminder after a stated time, and once that it is over. The operator (devops) is told first; while nobody says &quot;alarm ack&quot;, the system administrator and the DBA follow after their times.</source>
        <translation>Cada tabla [[contacts]] del archivo del perfil es alguien a quien se avisa de una alarma: una vez lo que va mal, un recordatorio tras el tiempo indicado, y una vez que ha terminado. Primero se avisa al operador (devops); mientras nadie diga «alarm ack», siguen el administrador de sistemas y el DBA cuando llega su momento.</translation>
    </message>
    <message>
        <source>The mail server&apos;s password is asked from the file of notify.mail_password_file, the systemd credential NAME.mail, the keychain (entry NAME.mail) and the variable MASCLET_MAIL_PASSWORD, in this order. A command gets the message as JSON on its standard input.</source>
        <translation>La contraseña del servidor de correo se busca en el archivo de notify.mail_password_file, la credencial de systemd NAME.mail, el llavero (entrada NAME.mail) y la variable MASCLET_MAIL_PASSWORD, en este orden. Un programa recibe el mensaje como JSON por su entrada estándar.</translation>
    </message>
    <message>
        <source>catalog, open alarms, and run records that wait for their repository</source>
        <translation>catálogo, alarmas abiertas y registros de ejecuciones que esperan a su repositorio</translation>
    </message>
    <message>
        <source>in that folder: how the runs of a profile ended, for everybody to read</source>
        <translation>en esa carpeta: cómo acabaron las ejecuciones de un perfil, para que lo lea cualquiera</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarma</numerusform>
            <numerusform>%n alarmas</numerusform>
        </translation>
    </message>
    <message>
        <source>[Masclet Backup] %1: over: %2</source>
        <translation>[Masclet Backup] %1: terminado: %2</translation>
    </message>
    <message>
        <source>[Masclet Backup] %1: still open: %2</source>
        <translation>[Masclet Backup] %1: sigue abierto: %2</translation>
    </message>
    <message>
        <source>[Masclet Backup] %1: nobody has answered: %2</source>
        <translation>[Masclet Backup] %1: nadie ha respondido: %2</translation>
    </message>
    <message>
        <source>[Masclet Backup] %1: %2</source>
        <translation>[Masclet Backup] %1: %2</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>Terminado: %1</translation>
    </message>
    <message>
        <source>It began at %1.</source>
        <translation>Empezó el %1.</translation>
    </message>
    <message>
        <source>Since %1 nobody has acknowledged it.</source>
        <translation>Desde el %1 nadie se ha hecho cargo.</translation>
    </message>
    <message>
        <source>It is still so, since %1.</source>
        <translation>Sigue así desde el %1.</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>Desde el %1.</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 tras %2</translation>
    </message>
    <message>
        <source>Told next: %1.</source>
        <translation>Se avisará después a: %1.</translation>
    </message>
    <message>
        <source>Profile %1 on %2, %3</source>
        <translation>Perfil %1 en %2, %3</translation>
    </message>
    <message>
        <source>To say that you look after it: masclet-backup alarm ack %1 --profile %2</source>
        <translation>Para decir que se ocupa: masclet-backup alarm ack %1 --profile %2</translation>
    </message>
    <message>
        <source>[Masclet Backup] %1: test message</source>
        <translation>[Masclet Backup] %1: mensaje de prueba</translation>
    </message>
    <message>
        <source>Nothing is wrong. An alarm would reach you like this.</source>
        <translation>No pasa nada. Una alarma le llegaría así.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>enseguida</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>pasado %1</translation>
    </message>
    <message>
        <source>%1. %2, %3: %4 (%5)</source>
        <translation>%1. %2, %3: %4 (%5)</translation>
    </message>
    <message>
        <source>Whom to tell, in this order:</source>
        <translation>A quién avisar, en este orden:</translation>
    </message>
</context>
<context>
    <name>NameReferences</name>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1 (en %2)</translation>
    </message>
</context>
<context>
    <name>NetworkCall</name>
    <message>
        <source>%1, port %2</source>
        <translation>%1, puerto %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>El certificado de %1 no es de confianza.</translation>
    </message>
    <message>
        <source>Name the file with its authority: --trusted-certificates FILE. Nothing was sent.</source>
        <translation>Indique el archivo con su autoridad: --trusted-certificates ARCHIVO. No se envió nada.</translation>
    </message>
    <message>
        <source>The file with trusted certificates cannot be used: %1</source>
        <translation>No se puede usar el archivo con los certificados de confianza: %1</translation>
    </message>
    <message>
        <source>%1 offers no encryption.</source>
        <translation>%1 no ofrece cifrado.</translation>
    </message>
    <message>
        <source>Nothing was sent. Use a server that does.</source>
        <translation>No se envió nada. Use un servidor que lo ofrezca.</translation>
    </message>
    <message>
        <source>%1 refuses user or password.</source>
        <translation>%1 rechaza el usuario o la contraseña.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2.</source>
        <translation>%1 no respondió en %2.</translation>
    </message>
    <message>
        <source>The name of %1 is not known.</source>
        <translation>No se conoce el nombre de %1.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>No se llega a %1.</translation>
    </message>
    <message>
        <source>%1 did not take the message.</source>
        <translation>%1 no aceptó el mensaje.</translation>
    </message>
    <message>
        <source>The network library cannot be used.</source>
        <translation>No se puede usar la biblioteca de red.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
    <message>
        <source>%1 answers with the code %2.</source>
        <translation>%1 responde con el código %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a mail server.</source>
        <translation>«%1» no es el nombre de un servidor de correo.</translation>
    </message>
</context>
<context>
    <name>NewFolder</name>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>La carpeta %1 no está vacía.</translation>
    </message>
    <message>
        <source>Nothing was touched. Name another folder, or one that is not there yet.</source>
        <translation>No se tocó nada. Nombre otra carpeta, o una que aún no exista.</translation>
    </message>
</context>
<context>
    <name>NewProfile</name>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile.</source>
        <translation>&quot;%1&quot; no puede ser el nombre de un perfil.</translation>
    </message>
    <message>
        <source>Use up to 48 of a-z, 0-9, _ and -, not ending in _ and eight digits.</source>
        <translation>Use hasta 48 caracteres de a-z, 0-9, _ y -, sin acabar en _ y ocho cifras.</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; exists already: %2</source>
        <translation>El perfil &quot;%1&quot; ya existe: %2</translation>
    </message>
    <message>
        <source>&quot;masclet-backup profile set --profile %1&quot; changes it.</source>
        <translation>&quot;masclet-backup profile set --profile %1&quot; lo cambia.</translation>
    </message>
</context>
<context>
    <name>Occupancy</name>
    <message>
        <source>Nothing was written. Put it aside, or restore into an empty folder.</source>
        <translation>No se escribió nada. Apártelo, o restaure en una carpeta vacía.</translation>
    </message>
    <message>
        <source>%1 cannot be restored: something above it is a link or no folder (%2)</source>
        <translation>%1 no se puede restaurar: algo por encima es un enlace o no es una carpeta (%2)</translation>
    </message>
    <message>
        <source>%1 is a folder in the backup and something else here.</source>
        <translation>%1 es una carpeta en la copia y otra cosa aquí.</translation>
    </message>
    <message>
        <source>%1 is a folder here and something else in the backup.</source>
        <translation>%1 es una carpeta aquí y otra cosa en la copia.</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket here.</source>
        <translation>%1 es aquí un dispositivo, una tubería o un socket.</translation>
    </message>
</context>
<context>
    <name>OpenSet</name>
    <message>
        <source>The set holds no database.</source>
        <translation>La copia no contiene ninguna base de datos.</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>name, address or socket folder of the server</source>
        <translation>nombre, dirección o carpeta del socket del servidor</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>port of the server</source>
        <translation>puerto del servidor</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>database to protect</source>
        <translation>base de datos que se protege</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>role that makes the backups</source>
        <translation>rol que hace las copias</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>encryption of the connection; verify-full for other machines</source>
        <translation>cifrado de la conexión; verify-full para otras máquinas</translation>
    </message>
    <message>
        <source>TLS certificates</source>
        <translation>Certificados TLS</translation>
    </message>
    <message>
        <source>file with the certificates that are trusted; empty: libpq&apos;s own</source>
        <translation>archivo con los certificados de confianza; vacío: el de libpq</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>Almacén de la contraseña</translation>
    </message>
    <message>
        <source>where the password is; auto tries all of them</source>
        <translation>dónde está la contraseña; auto los prueba todos</translation>
    </message>
    <message>
        <source>Pass file</source>
        <translation>Archivo de contraseñas</translation>
    </message>
    <message>
        <source>pass file with mode 0600; empty: beside the profile</source>
        <translation>archivo de contraseñas con modo 0600; vacío: junto al perfil</translation>
    </message>
    <message>
        <source>Client tools</source>
        <translation>Herramientas cliente</translation>
    </message>
    <message>
        <source>Connection limit</source>
        <translation>Límite de conexión</translation>
    </message>
    <message>
        <source>how long to wait for the server to answer</source>
        <translation>cuánto se espera a que responda el servidor</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositorio</translation>
    </message>
    <message>
        <source>folder that holds the backups</source>
        <translation>carpeta que guarda las copias</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>flat: db/NAME_DATE.sql.gz; dated: db/DATE/NAME_DATE.sql.gz</source>
        <translation>flat: db/NOMBRE_FECHA.sql.gz; dated: db/FECHA/NOMBRE_FECHA.sql.gz</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>what goes into a backup</source>
        <translation>lo que entra en una copia</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compresión</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Critical tables</source>
        <translation>Tablas críticas</translation>
    </message>
    <message>
        <source>tables whose rows are also counted in the database itself</source>
        <translation>tablas cuyas filas se cuentan también en la base de datos misma</translation>
    </message>
    <message>
        <source>Role passwords</source>
        <translation>Contraseñas de roles</translation>
    </message>
    <message>
        <source>keep password hashes of roles where they may be read</source>
        <translation>conservar los hashes de contraseñas de roles si se pueden leer</translation>
    </message>
    <message>
        <source>Lock limit</source>
        <translation>Límite de bloqueo</translation>
    </message>
    <message>
        <source>how long the dump waits for a locked table</source>
        <translation>cuánto espera el volcado a una tabla bloqueada</translation>
    </message>
    <message>
        <source>Stall limit</source>
        <translation>Límite de parada</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Reintentos</translation>
    </message>
    <message>
        <source>new attempts of a scheduled backup that failed</source>
        <translation>nuevos intentos de una copia programada que falló</translation>
    </message>
    <message>
        <source>Retry delay</source>
        <translation>Espera del reintento</translation>
    </message>
    <message>
        <source>how long to wait before a new attempt</source>
        <translation>cuánto se espera antes de un nuevo intento</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>zone of these times and of the dates in names</source>
        <translation>zona de estas horas y de las fechas en los nombres</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>a backup started so long after its time is on time</source>
        <translation>una copia iniciada hasta este tiempo después llega a su hora</translation>
    </message>
    <message>
        <source>Restore test</source>
        <translation>Test de restauración</translation>
    </message>
    <message>
        <source>which backups are loaded and compared</source>
        <translation>qué copias se cargan y se comparan</translation>
    </message>
    <message>
        <source>Restore test on</source>
        <translation>Test de restauración en</translation>
    </message>
    <message>
        <source>server, sandbox, or the name of another profile</source>
        <translation>server, sandbox, o el nombre de otro perfil</translation>
    </message>
    <message>
        <source>Keep last</source>
        <translation>Conservar últimas</translation>
    </message>
    <message>
        <source>newest verified backups that stay</source>
        <translation>copias verificadas más recientes que se quedan</translation>
    </message>
    <message>
        <source>Keep daily</source>
        <translation>Conservar diarias</translation>
    </message>
    <message>
        <source>days of which the newest backup stays</source>
        <translation>días de los que se queda la copia más reciente</translation>
    </message>
    <message>
        <source>Keep weekly</source>
        <translation>Conservar semanales</translation>
    </message>
    <message>
        <source>weeks of which the newest backup stays</source>
        <translation>semanas de las que se queda la copia más reciente</translation>
    </message>
    <message>
        <source>Keep monthly</source>
        <translation>Conservar mensuales</translation>
    </message>
    <message>
        <source>months of which the newest backup stays</source>
        <translation>meses de los que se queda la copia más reciente</translation>
    </message>
    <message>
        <source>Keep yearly</source>
        <translation>Conservar anuales</translation>
    </message>
    <message>
        <source>years of which the newest backup stays</source>
        <translation>años de los que se queda la copia más reciente</translation>
    </message>
    <message>
        <source>Minimum age</source>
        <translation>Edad mínima</translation>
    </message>
    <message>
        <source>no backup younger than this is deleted</source>
        <translation>no se borra ninguna copia más joven</translation>
    </message>
    <message>
        <source>Minimum size</source>
        <translation>Tamaño mínimo</translation>
    </message>
    <message>
        <source>the archive must be larger than this</source>
        <translation>el archivo debe ser mayor que esto</translation>
    </message>
    <message>
        <source>Smallest usual size</source>
        <translation>Tamaño habitual mínimo</translation>
    </message>
    <message>
        <source>percent of the median of the last seven backups</source>
        <translation>por ciento de la mediana de las últimas siete copias</translation>
    </message>
    <message>
        <source>Largest usual size</source>
        <translation>Tamaño habitual máximo</translation>
    </message>
    <message>
        <source>Shrink alarm</source>
        <translation>Alarma de encogimiento</translation>
    </message>
    <message>
        <source>percent fewer rows than before that warn</source>
        <translation>por ciento de filas menos que antes que da aviso</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Espacio libre</translation>
    </message>
    <message>
        <source>to stay free beyond twice the largest backup</source>
        <translation>que debe quedar además del doble de la copia mayor</translation>
    </message>
    <message>
        <source>Log files</source>
        <translation>Archivos de log</translation>
    </message>
    <message>
        <source>files searched for errors besides our own logs</source>
        <translation>archivos en que se buscan errores además de los logs propios</translation>
    </message>
    <message>
        <source>Log patterns</source>
        <translation>Patrones de log</translation>
    </message>
    <message>
        <source>texts that count as an error in those files</source>
        <translation>textos que cuentan como error en esos archivos</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>name of the profile for people</source>
        <translation>nombre del perfil para las personas</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planificación</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3.</source>
        <translation>%1 no está entre %2 y %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2.</source>
        <translation>&quot;%1&quot; no es ninguno de %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an absolute path.</source>
        <translation>&quot;%1&quot; no es una ruta absoluta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time zone known here.</source>
        <translation>&quot;%1&quot; no es una zona horaria conocida aquí.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time of day like 02:00.</source>
        <translation>&quot;%1&quot; no es una hora del día como 02:00.</translation>
    </message>
    <message>
        <source>An entry of the list is empty.</source>
        <translation>Una entrada de la lista está vacía.</translation>
    </message>
    <message>
        <source>The text holds a NUL character.</source>
        <translation>El texto contiene un carácter NUL.</translation>
    </message>
    <message>
        <source>At least one is needed.</source>
        <translation>Hace falta al menos uno.</translation>
    </message>
    <message>
        <source>An entry of the list is there twice.</source>
        <translation>Una entrada de la lista está dos veces.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number.</source>
        <translation>&quot;%1&quot; no es un número entero.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size like 1 MB.</source>
        <translation>&quot;%1&quot; no es un tamaño como 1 MB.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time span like 2h.</source>
        <translation>&quot;%1&quot; no es un tiempo como 2h.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>&quot;%1&quot; no es ni true ni false.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>times like 02:00</source>
        <translation>horas como 02:00</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>files and folders of the kind config</source>
        <translation>ficheros y carpetas del tipo config</translation>
    </message>
    <message>
        <source>Configuration left out</source>
        <translation>Configuración omitida</translation>
    </message>
    <message>
        <source>patterns of names (*.bak) or of whole paths</source>
        <translation>patrones de nombres (*.bak) o de rutas enteras</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>files and folders of the kind logs</source>
        <translation>ficheros y carpetas del tipo logs</translation>
    </message>
    <message>
        <source>Logs left out</source>
        <translation>Logs omitidos</translation>
    </message>
    <message>
        <source>patterns of names (*.gz) or of whole paths</source>
        <translation>patrones de nombres (*.gz) o de rutas enteras</translation>
    </message>
    <message>
        <source>Age of logs</source>
        <translation>Edad de los logs</translation>
    </message>
    <message>
        <source>logs last written longer ago are left out; 0s: none</source>
        <translation>se omiten los logs escritos por última vez hace más tiempo; 0s: ninguno</translation>
    </message>
    <message>
        <source>Size of logs</source>
        <translation>Tamaño de los logs</translation>
    </message>
    <message>
        <source>the newest logs up to this together; 0 B: all</source>
        <translation>los logs más nuevos hasta este total; 0 B: todos</translation>
    </message>
    <message>
        <source>systemctl</source>
        <translation>systemctl</translation>
    </message>
    <message>
        <source>program that stops and starts systemd units</source>
        <translation>programa que para y arranca unidades de systemd</translation>
    </message>
    <message>
        <source>docker</source>
        <translation>docker</translation>
    </message>
    <message>
        <source>program that stops and starts containers</source>
        <translation>programa que para y arranca contenedores</translation>
    </message>
    <message>
        <source>Configuration files</source>
        <translation>Ficheros de configuración</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>name of the service for people</source>
        <translation>nombre del servicio para las personas</translation>
    </message>
    <message>
        <source>what stops and starts it</source>
        <translation>qué lo para y lo arranca</translation>
    </message>
    <message>
        <source>systemd: the unit, like web.service</source>
        <translation>systemd: la unidad, como web.service</translation>
    </message>
    <message>
        <source>docker: name of the container</source>
        <translation>docker: nombre del contenedor</translation>
    </message>
    <message>
        <source>compose: path of the compose file</source>
        <translation>compose: ruta del fichero compose</translation>
    </message>
    <message>
        <source>compose: name of the service in it</source>
        <translation>compose: nombre del servicio en él</translation>
    </message>
    <message>
        <source>command: program that stops it, and arguments</source>
        <translation>command: programa que lo detiene, y argumentos</translation>
    </message>
    <message>
        <source>command: starts it detached, as init scripts do</source>
        <translation>command: lo inicia separado, como hacen los scripts de init</translation>
    </message>
    <message>
        <source>command: exit code 0 means running, 1 to 3 stopped</source>
        <translation>command: el código de salida 0 significa en marcha, de 1 a 3 detenido</translation>
    </message>
    <message>
        <source>how long a stop or a start may take</source>
        <translation>cuánto puede tardar una parada o un arranque</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>Claves públicas</translation>
    </message>
    <message>
        <source>public keys of age that backups are encrypted to</source>
        <translation>claves públicas de age con las que se cifran las copias</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Clave secreta</translation>
    </message>
    <message>
        <source>file with the secret key, for restores and restore tests</source>
        <translation>archivo con la clave secreta, para restauraciones y pruebas de restauración</translation>
    </message>
    <message>
        <source>age</source>
        <translation>age</translation>
    </message>
    <message>
        <source>program that encrypts and decrypts backups</source>
        <translation>programa que cifra y descifra las copias</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no public key of age, which begins with age1.</source>
        <translation>&quot;%1&quot; no es una clave pública de age, que empieza por age1.</translation>
    </message>
    <message>
        <source>a dump or disk that is silent for so long counts as hung</source>
        <translation>un volcado o disco callado durante tanto tiempo se da por colgado</translation>
    </message>
    <message>
        <source>plain: SQL that psql loads; custom, directory: for pg_restore</source>
        <translation>plain: SQL que carga psql; custom, directory: para pg_restore</translation>
    </message>
    <message>
        <source>gzip, fast or small; none does not compress</source>
        <translation>gzip, rápido o pequeño; none no comprime</translation>
    </message>
    <message>
        <source>threads, or jobs that write a directory; 0: one per core</source>
        <translation>hilos, o procesos que escriben un directorio; 0: uno por núcleo</translation>
    </message>
    <message>
        <source>times of day when a backup is made</source>
        <translation>horas del día en que se hace una copia</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Días de la semana</translation>
    </message>
    <message>
        <source>on which days a backup is made</source>
        <translation>en qué días se hace una copia</translation>
    </message>
    <message>
        <source>step of the ladder: told in this order</source>
        <translation>nivel de la escalación: se avisa en este orden</translation>
    </message>
    <message>
        <source>name of the person or the team</source>
        <translation>nombre de la persona o del equipo</translation>
    </message>
    <message>
        <source>address that gets the messages</source>
        <translation>dirección que recibe los mensajes</translation>
    </message>
    <message>
        <source>address that gets each message as JSON</source>
        <translation>dirección que recibe cada mensaje como JSON</translation>
    </message>
    <message>
        <source>program, and arguments, that gets each message as JSON</source>
        <translation>programa, y argumentos, que recibe cada mensaje como JSON</translation>
    </message>
    <message>
        <source>for people who read the procedure</source>
        <translation>para quien lea el procedimiento</translation>
    </message>
    <message>
        <source>Messages about</source>
        <translation>Mensajes sobre</translation>
    </message>
    <message>
        <source>what the contacts get messages about</source>
        <translation>de qué reciben mensajes los contactos</translation>
    </message>
    <message>
        <source>Proven within</source>
        <translation>Probada cada</translation>
    </message>
    <message>
        <source>no proven backup for so long is an alarm</source>
        <translation>tanto tiempo sin copia probada es una alarma</translation>
    </message>
    <message>
        <source>Remind after</source>
        <translation>Recordar tras</translation>
    </message>
    <message>
        <source>an open alarm is told again; 0s: never</source>
        <translation>se vuelve a avisar de una alarma abierta; 0s: nunca</translation>
    </message>
    <message>
        <source>System administrator after</source>
        <translation>Administrador de sistemas tras</translation>
    </message>
    <message>
        <source>when the second step of the ladder is told of an alarm</source>
        <translation>cuándo se avisa de una alarma al segundo nivel</translation>
    </message>
    <message>
        <source>DBA after</source>
        <translation>DBA tras</translation>
    </message>
    <message>
        <source>when the third step of the ladder is told of an alarm</source>
        <translation>cuándo se avisa de una alarma al tercer nivel</translation>
    </message>
    <message>
        <source>Time for messages</source>
        <translation>Tiempo para los mensajes</translation>
    </message>
    <message>
        <source>all messages of a run together take no longer</source>
        <translation>los mensajes de una ejecución no tardan más en total</translation>
    </message>
    <message>
        <source>Status file</source>
        <translation>Archivo de estado</translation>
    </message>
    <message>
        <source>JSON after each run; empty: in the state folder</source>
        <translation>JSON tras cada ejecución; vacío: en la carpeta de estado</translation>
    </message>
    <message>
        <source>Metrics folder</source>
        <translation>Carpeta de métricas</translation>
    </message>
    <message>
        <source>textfile folder of Prometheus&apos;s node exporter; empty: none</source>
        <translation>carpeta textfile del node exporter de Prometheus; vacío: ninguna</translation>
    </message>
    <message>
        <source>Ping at the start</source>
        <translation>Ping al empezar</translation>
    </message>
    <message>
        <source>address called when a backup starts</source>
        <translation>dirección a la que se llama al empezar una copia</translation>
    </message>
    <message>
        <source>Ping of success</source>
        <translation>Ping de éxito</translation>
    </message>
    <message>
        <source>address called when a backup and its steps went well</source>
        <translation>dirección a la que se llama cuando la copia y sus pasos van bien</translation>
    </message>
    <message>
        <source>Ping of failure</source>
        <translation>Ping de fallo</translation>
    </message>
    <message>
        <source>address called when a backup or its steps failed</source>
        <translation>dirección a la que se llama cuando falla la copia o uno de sus pasos</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Servidor de correo</translation>
    </message>
    <message>
        <source>name or address of the server that takes mail</source>
        <translation>nombre o dirección del servidor que acepta el correo</translation>
    </message>
    <message>
        <source>Mail port</source>
        <translation>Puerto del correo</translation>
    </message>
    <message>
        <source>587 for starttls, 465 for tls, 25 for none</source>
        <translation>587 para starttls, 465 para tls, 25 para none</translation>
    </message>
    <message>
        <source>Mail encryption</source>
        <translation>Cifrado del correo</translation>
    </message>
    <message>
        <source>starttls and tls are required then; none encrypts nothing</source>
        <translation>starttls y tls se exigen; none no cifra nada</translation>
    </message>
    <message>
        <source>Mail login</source>
        <translation>Usuario del correo</translation>
    </message>
    <message>
        <source>user at the mail server; empty: no login</source>
        <translation>usuario en el servidor de correo; vacío: sin identificarse</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Remitente</translation>
    </message>
    <message>
        <source>address that messages come from</source>
        <translation>dirección de la que vienen los mensajes</translation>
    </message>
    <message>
        <source>Mail password file</source>
        <translation>Archivo de la contraseña del correo</translation>
    </message>
    <message>
        <source>holds only the mail password, mode 0600; empty: other stores</source>
        <translation>contiene solo la contraseña del correo, modo 0600; vacío: otros almacenes</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Certificados de confianza</translation>
    </message>
    <message>
        <source>for mail, webhooks and pings; empty: the system&apos;s</source>
        <translation>para correo, webhooks y pings; vacío: los del sistema</translation>
    </message>
    <message>
        <source>Niceness</source>
        <translation>Amabilidad (nice)</translation>
    </message>
    <message>
        <source>how far backups step back for other programs, as nice(1) has it</source>
        <translation>cuánto ceden las copias ante otros programas, como en nice(1)</translation>
    </message>
    <message>
        <source>Disk priority</source>
        <translation>Prioridad de disco</translation>
    </message>
    <message>
        <source>of backups; idle: only when nobody else uses the disk</source>
        <translation>de las copias; idle: solo cuando nadie más usa el disco</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>bytes a second that are read from the server at most; 0 B: any</source>
        <translation>bytes por segundo que se leen del servidor como mucho; 0 B: sin límite</translation>
    </message>
    <message>
        <source>Longest duration</source>
        <translation>Duración máxima</translation>
    </message>
    <message>
        <source>a backup that takes longer is ended and has failed; 0s: any</source>
        <translation>una copia que tarda más se termina y ha fallado; 0s: sin límite</translation>
    </message>
    <message>
        <source>Measure the load</source>
        <translation>Medir la carga</translation>
    </message>
    <message>
        <source>look at the server&apos;s sessions and WAL every few seconds meanwhile</source>
        <translation>mirar mientras las sesiones y el WAL del servidor</translation>
    </message>
    <message>
        <source>Only in the window</source>
        <translation>Solo en la ventana</translation>
    </message>
    <message>
        <source>a scheduled run that was missed is not made up for outside its window</source>
        <translation>lo perdido no se recupera fuera de la ventana</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmas</translation>
    </message>
    <message>
        <source>That is no address like https://host/path.</source>
        <translation>No es una dirección como https://servidor/ruta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no mail address like name@host.</source>
        <translation>«%1» no es una dirección de correo como nombre@servidor.</translation>
    </message>
    <message>
        <source>folder with pg_dump, or docker:CONTAINER; empty: what fits the server</source>
        <translation>carpeta con pg_dump, o docker:CONTENEDOR; vacío: lo que valga para el servidor</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither an absolute path nor docker:CONTAINER.</source>
        <translation>«%1» no es una ruta absoluta ni docker:CONTENEDOR.</translation>
    </message>
</context>
<context>
    <name>PassFile</name>
    <message>
        <source>The password contains a line end or a NUL byte.</source>
        <translation>La contraseña contiene un fin de línea o un byte NUL.</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s client tools cannot be given such a password. Choose another one.</source>
        <translation>A las herramientas cliente de PostgreSQL no se les puede dar una contraseña así. Elija otra.</translation>
    </message>
    <message>
        <source>Cannot make the secret file for a program</source>
        <translation>No se puede crear el archivo secreto para un programa</translation>
    </message>
</context>
<context>
    <name>PassFileStore</name>
    <message>
        <source>Others may read the pass file %1.</source>
        <translation>Otros pueden leer el archivo de contraseñas %1.</translation>
    </message>
    <message>
        <source>Protect it: chmod 600 %1</source>
        <translation>Protéjalo: chmod 600 %1</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>the system keychain</source>
        <translation>el llavero del sistema</translation>
    </message>
    <message>
        <source>the pass file %1</source>
        <translation>el archivo de contraseñas %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>The profile takes its password from &quot;%1&quot;, not from %2.</source>
        <translation>El perfil toma su contraseña de «%1», no de %2.</translation>
    </message>
    <message>
        <source>The password is in the keychain only, which no scheduler can open.</source>
        <translation>La contraseña está solo en el llavero, que ningún programador puede abrir.</translation>
    </message>
    <message>
        <source>Keep it in the pass file as well: masclet-backup secret set --store passfile --profile %1. Who can read that file (you and root) then knows it.</source>
        <translation>Guárdela también en el archivo de contraseñas: masclet-backup secret set --store passfile --profile %1. Quien pueda leer ese archivo (usted y root) la conocerá.</translation>
    </message>
    <message>
        <source>In the pass file it stands as it is: whoever is root on this machine can read it.</source>
        <translation>En el archivo de contraseñas queda tal cual: puede leerla quien sea root en esta máquina.</translation>
    </message>
    <message>
        <source>In the pass file it stands as it is: whoever is root or %1 on this machine can read it.</source>
        <translation>En el archivo de contraseñas queda tal cual: puede leerla quien sea root o %1 en esta máquina.</translation>
    </message>
    <message>
        <source>Scheduled runs cannot open the keychain: without the pass file or a systemd credential they have no password.</source>
        <translation>Las ejecuciones programadas no pueden abrir el llavero: sin el archivo de contraseñas o una credencial de systemd no tienen contraseña.</translation>
    </message>
    <message>
        <source>It is kept nowhere: no run will have it.</source>
        <translation>No se guarda en ningún sitio: ninguna ejecución la tendrá.</translation>
    </message>
</context>
<context>
    <name>PeopleText</name>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificada</translation>
    </message>
    <message>
        <source>restore-tested</source>
        <translation>restauración probada</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>avisos</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>not measured: %1</source>
        <translation>no medida: %1</translation>
    </message>
    <message>
        <source>at most %1 other sessions at work at once, %2 on average; longest wait for a lock %3; %4 of WAL (looked at %5 times)</source>
        <translation>como mucho %1 sesiones ajenas trabajando a la vez, %2 de media; espera más larga por un bloqueo %3; %4 de WAL (se miró %5 veces)</translation>
    </message>
</context>
<context>
    <name>PgRestore</name>
    <message>
        <source>pg_restore cannot be closed off on this machine, so a file of unknown origin is not given to it.</source>
        <translation>En esta máquina no se puede aislar pg_restore, así que no se le da un archivo de origen desconocido.</translation>
    </message>
    <message>
        <source>Install bubblewrap and allow user namespaces.</source>
        <translation>Instale bubblewrap y permita los espacios de nombres de usuario.</translation>
    </message>
    <message>
        <source>A file of unknown origin is not given to the pg_restore of a container, which cannot be closed off.</source>
        <translation>Un archivo de origen desconocido no se da al pg_restore de un contenedor, que no se puede aislar.</translation>
    </message>
    <message>
        <source>Install the package postgresql-client.</source>
        <translation>Instale el paquete postgresql-client.</translation>
    </message>
</context>
<context>
    <name>PinCommands</name>
    <message>
        <source>SET</source>
        <translation>COPIA</translation>
    </message>
    <message>
        <source>id of a backup, as &quot;list&quot; shows it</source>
        <translation>id de una copia, como la muestra &quot;list&quot;</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXTO</translation>
    </message>
    <message>
        <source>why, for those who come later</source>
        <translation>por qué, para los que vengan después</translation>
    </message>
    <message>
        <source>keep a backup from retention</source>
        <translation>proteger una copia de la retención</translation>
    </message>
    <message>
        <source>let retention decide again</source>
        <translation>dejar que la retención decida otra vez</translation>
    </message>
    <message>
        <source>%1 is pinned already.</source>
        <translation>%1 ya está fijada.</translation>
    </message>
    <message>
        <source>%1 is not pinned.</source>
        <translation>%1 no está fijada.</translation>
    </message>
    <message>
        <source>Dry run: %1 was not changed.</source>
        <translation>Simulación: %1 no se cambió.</translation>
    </message>
    <message>
        <source>%1 is pinned: retention never deletes it.</source>
        <translation>%1 está fijada: la retención nunca la borra.</translation>
    </message>
    <message>
        <source>%1 is not pinned any more: retention decides.</source>
        <translation>%1 ya no está fijada: decide la retención.</translation>
    </message>
</context>
<context>
    <name>Pings</name>
    <message>
        <source>A ping did not get through: %1</source>
        <translation>Un ping no llegó: %1</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>make backups</source>
        <translation>hacer copias</translation>
    </message>
    <message>
        <source>verify and test backups</source>
        <translation>verificar y probar copias</translation>
    </message>
    <message>
        <source>restore under a new name</source>
        <translation>restaurar con un nombre nuevo</translation>
    </message>
    <message>
        <source>replace what is there</source>
        <translation>reemplazar lo que hay</translation>
    </message>
    <message>
        <source>delete backups and kept databases</source>
        <translation>borrar copias y bases de datos conservadas</translation>
    </message>
    <message>
        <source>Until it is mended nobody but root may do anything. It has a [rights] table with backup, verify, restore, replace, delete = [&quot;user&quot;, &quot;@group&quot;].</source>
        <translation>Hasta que se arregle, nadie salvo root puede hacer nada. Tiene una tabla [rights] con backup, verify, restore, replace, delete = [&quot;user&quot;, &quot;@group&quot;].</translation>
    </message>
    <message>
        <source>The file must be root&apos;s and not be writable for others.</source>
        <translation>El archivo debe ser de root y los demás no deben poder escribir en él.</translation>
    </message>
    <message>
        <source>One table is expected: [rights].</source>
        <translation>Se espera una tabla: [rights].</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is not understood.</source>
        <translation>La clave &quot;%1&quot; no se entiende.</translation>
    </message>
    <message>
        <source>%1 may not do this here: %2.</source>
        <translation>%1 no puede hacer esto aquí: %2.</translation>
    </message>
    <message>
        <source>The key rights.%1 in %2 names who may.</source>
        <translation>La clave rights.%1 de %2 nombra a quienes pueden.</translation>
    </message>
</context>
<context>
    <name>Procedure</name>
    <message>
        <source>Put it right by hand, or correct what hinders it: the next run tries again.</source>
        <translation>Arréglelo a mano o corrija lo que lo impide: la próxima ejecución lo intentará de nuevo.</translation>
    </message>
    <message>
        <source>This version does not know steps of the kind %1.</source>
        <translation>Esta versión no conoce pasos del tipo %1.</translation>
    </message>
    <message>
        <source>A step was not undone: %1</source>
        <translation>Un paso no se deshizo: %1</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>There is no kind of step &quot;%1&quot;.</source>
        <translation>No hay ningún tipo de paso &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>That was on the machine %1; this is %2.</source>
        <translation>Eso fue en la máquina %1; esta es %2.</translation>
    </message>
    <message>
        <source>The run %1 died before it could undo a step: %2</source>
        <translation>La ejecución %1 murió antes de poder deshacer un paso: %2</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>&quot;masclet-backup profile set --profile %1&quot; changes it.</source>
        <translation>&quot;masclet-backup profile set --profile %1&quot; lo cambia.</translation>
    </message>
    <message>
        <source>The profile names no database (dbname).</source>
        <translation>El perfil no nombra ninguna base de datos (dbname).</translation>
    </message>
    <message>
        <source>The profile names no repository (path).</source>
        <translation>El perfil no nombra ningún repositorio (path).</translation>
    </message>
    <message>
        <source>Cannot read %1.</source>
        <translation>No se puede leer %1.</translation>
    </message>
    <message>
        <source>%1 is too large for a profile.</source>
        <translation>%1 es demasiado grande para un perfil.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>No hay ningún perfil &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is none yet. &quot;masclet-backup init&quot; makes one.</source>
        <translation>Aún no hay ninguno. &quot;masclet-backup init&quot; crea uno.</translation>
    </message>
    <message>
        <source>Known profiles: %1</source>
        <translation>Perfiles conocidos: %1</translation>
    </message>
    <message>
        <source>There is no profile yet.</source>
        <translation>Aún no hay ningún perfil.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup init&quot; makes one.</source>
        <translation>&quot;masclet-backup init&quot; crea uno.</translation>
    </message>
    <message>
        <source>There are several profiles.</source>
        <translation>Hay varios perfiles.</translation>
    </message>
    <message>
        <source>Name one of them with --profile: %1</source>
        <translation>Nombre uno con --profile: %1</translation>
    </message>
    <message>
        <source>Cannot look at %1</source>
        <translation>No se puede mirar %1</translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation>%1 pertenece a otro usuario.</translation>
    </message>
    <message>
        <source>A profile names programs to run. Make it yours with chown.</source>
        <translation>Un perfil nombra programas que se ejecutan. Hágalo suyo con chown.</translation>
    </message>
    <message>
        <source>%1 can be changed by every user.</source>
        <translation>%1 lo puede cambiar cualquier usuario.</translation>
    </message>
    <message>
        <source>A profile names programs to run. Protect file and folder with chmod o-w.</source>
        <translation>Un perfil nombra programas que se ejecutan. Proteja archivo y carpeta con chmod o-w.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a profile.</source>
        <translation>&quot;%1&quot; no puede ser el nombre de un perfil.</translation>
    </message>
    <message>
        <source>Use up to 48 of a-z, 0-9, _ and -, not ending in _ and eight digits.</source>
        <translation>Use hasta 48 de a-z, 0-9, _ y -, sin terminar en _ y ocho cifras.</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; exists already.</source>
        <translation>El perfil &quot;%1&quot; ya existe.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup profile set&quot; changes it.</source>
        <translation>&quot;masclet-backup profile set&quot; lo cambia.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>Correct that line. &quot;masclet-backup profile set --help&quot; lists all options.</source>
        <translation>Corrija esa línea. &quot;masclet-backup profile set --help&quot; lista todas las opciones.</translation>
    </message>
    <message>
        <source>A whole number is expected.</source>
        <translation>Se espera un número entero.</translation>
    </message>
    <message>
        <source>true or false is expected.</source>
        <translation>Se espera true o false.</translation>
    </message>
    <message>
        <source>A size in quotes is expected, like &quot;1 MB&quot;.</source>
        <translation>Se espera un tamaño entre comillas, como &quot;1 MB&quot;.</translation>
    </message>
    <message>
        <source>A time span in quotes is expected, like &quot;2h&quot;.</source>
        <translation>Se espera un tiempo entre comillas, como &quot;2h&quot;.</translation>
    </message>
    <message>
        <source>A list of texts is expected, like [&quot;one&quot;, &quot;two&quot;].</source>
        <translation>Se espera una lista de textos, como [&quot;uno&quot;, &quot;dos&quot;].</translation>
    </message>
    <message>
        <source>A text in quotes is expected.</source>
        <translation>Se espera un texto entre comillas.</translation>
    </message>
    <message>
        <source>The id is not 32 hexadecimal digits.</source>
        <translation>El id no son 32 cifras hexadecimales.</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot;.</source>
        <translation>Clave desconocida &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1: The key &quot;id&quot; is missing.</source>
        <translation>%1: falta la clave &quot;id&quot;.</translation>
    </message>
    <message>
        <source>Put this line at the top of the file and never change it: id = &quot;%1&quot;</source>
        <translation>Ponga esta línea al principio del archivo y no la cambie nunca: id = &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Profile of Masclet Backup. Lines with # are defaults.</source>
        <translation>Perfil de Masclet Backup. Las líneas con # son valores por defecto.</translation>
    </message>
    <message>
        <source>never change it: backups and history go by it</source>
        <translation>no lo cambie nunca: copias e historial van por él</translation>
    </message>
    <message>
        <source>Every backup holds the database: kinds must name db.</source>
        <translation>Toda copia contiene la base de datos: kinds debe nombrar db.</translation>
    </message>
    <message>
        <source>stopped in this order, started in reverse</source>
        <translation>se detienen en este orden, se inician en el inverso</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; is there twice.</source>
        <translation>El nombre &quot;%1&quot; aparece dos veces.</translation>
    </message>
    <message>
        <source>The format directory cannot be encrypted: pg_dump writes its files itself, in plain text.</source>
        <translation>El formato directory no se puede cifrar: pg_dump escribe sus archivos él mismo, sin cifrar.</translation>
    </message>
    <message>
        <source>Choose the format custom or plain, or leave the public keys (recipients) out.</source>
        <translation>Elija el formato custom o plain, o quite las claves públicas (recipients).</translation>
    </message>
    <message>
        <source>A contact has a mail address, but there is no mail server.</source>
        <translation>Un contacto tiene dirección de correo, pero no hay servidor de correo.</translation>
    </message>
    <message>
        <source>Name it, and a sender: --mail-server HOST --mail-from ADDRESS</source>
        <translation>Indíquelo, y un remitente: --mail-server SERVIDOR --mail-from DIRECCIÓN</translation>
    </message>
    <message>
        <source>who is told of an alarm, step by step</source>
        <translation>a quién se avisa de una alarma, nivel a nivel</translation>
    </message>
    <message>
        <source>Tables with the head [[%1]] are expected.</source>
        <translation>Se esperan tablas con la cabecera [[%1]].</translation>
    </message>
</context>
<context>
    <name>ProfileCheck</name>
    <message>
        <source>The database was not reached.</source>
        <translation>No se llegó a la base de datos.</translation>
    </message>
    <message>
        <source>Looking at the repository</source>
        <translation>Mirando el repositorio</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositorio</translation>
    </message>
    <message>
        <source>Looking at the database</source>
        <translation>Mirando la base de datos</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Client tools</source>
        <translation>Herramientas cliente</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Derechos</translation>
    </message>
    <message>
        <source>The role may read everything in this database.</source>
        <translation>El rol puede leer todo en esta base de datos.</translation>
    </message>
    <message>
        <source>Critical tables</source>
        <translation>Tablas críticas</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>ninguna nombrada</translation>
    </message>
    <message>
        <source>Same server</source>
        <translation>Mismo servidor</translation>
    </message>
    <message>
        <source>The server is another one than that of the set %1.</source>
        <translation>El servidor es otro que el de la copia %1.</translation>
    </message>
    <message>
        <source>There is no backup yet to compare with.</source>
        <translation>Aún no hay ninguna copia con que comparar.</translation>
    </message>
    <message>
        <source>It is the one of the set %1.</source>
        <translation>Es el de la copia %1.</translation>
    </message>
    <message>
        <source>If that is right: masclet-backup profile check --accept-server</source>
        <translation>Si es correcto: masclet-backup profile check --accept-server</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>The repository could not be opened.</source>
        <translation>No se pudo abrir el repositorio.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>Hay %1 libres.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message numerus="yes">
        <source>Encrypted to %n key(s).</source>
        <translation>
            <numerusform>Se cifra para %n clave.</numerusform>
            <numerusform>Se cifra para %n claves.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secret key is here: sets are written and cannot be restored or tested.</source>
        <translation>Aquí no hay ninguna clave secreta: se hacen copias, pero no se pueden restaurar ni probar.</translation>
    </message>
    <message>
        <source>The secret key here opens them.</source>
        <translation>La clave secreta de aquí las abre.</translation>
    </message>
    <message>
        <source>The secret key here (%1) opens none of them.</source>
        <translation>La clave secreta de aquí (%1) no abre ninguna.</translation>
    </message>
    <message>
        <source>Name the key that belongs to them, or none: encryption.identity in the profile.</source>
        <translation>Indique la clave que les corresponde, o ninguna: encryption.identity en el perfil.</translation>
    </message>
    <message>
        <source>%1 has a bytea of %2 or more: the server cannot hand it out, and a backup fails.</source>
        <translation>%1 tiene un bytea de %2 o más: el servidor no puede entregarlo y la copia falla.</translation>
    </message>
    <message>
        <source>Retention has other reasons to wait since you looked.</source>
        <translation>La retención tiene otros motivos para esperar que cuando los miró.</translation>
    </message>
    <message>
        <source>Look at them before you say that they are right.</source>
        <translation>Mírelos antes de decir que son correctos.</translation>
    </message>
    <message>
        <source>If that is right, make a backup. It keeps all older sets until you accept: masclet-backup profile check --accept-server</source>
        <translation>Si es correcto, haga una copia. Esta conserva todos los juegos anteriores hasta que usted lo acepte: masclet-backup profile check --accept-server</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>%1; the keychain was not asked: %2</source>
        <translation>%1; al llavero no se le preguntó: %2</translation>
    </message>
    <message>
        <source>There is no password to try.</source>
        <translation>No hay contraseña que probar.</translation>
    </message>
    <message>
        <source>PostgreSQL %1, %2 in database %3.</source>
        <translation>PostgreSQL %1, %2 en la base de datos %3.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>The set %1 was started at a time that has not come yet by this machine&apos;s clock.</source>
        <translation>La copia %1 empezó a una hora que, según el reloj de esta máquina, aún no ha llegado.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 ahead of this machine&apos;s.</source>
        <translation>El reloj del servidor adelanta %1 respecto al de esta máquina.</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind this machine&apos;s.</source>
        <translation>El reloj del servidor atrasa %1 respecto al de esta máquina.</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>Coincide con el del servidor.</translation>
    </message>
    <message>
        <source>It is not behind any backup; the server&apos;s was not reached.</source>
        <translation>No va por detrás de ninguna copia; al del servidor no se llegó.</translation>
    </message>
    <message>
        <source>Set the clock, and let it follow a time server.</source>
        <translation>Ponga el reloj en hora y haga que siga a un servidor de tiempo.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>&quot;masclet-backup alarm test&quot; sends them a test message.</source>
        <translation>«masclet-backup alarm test» les envía un mensaje de prueba.</translation>
    </message>
</context>
<context>
    <name>ProfileCheckCommand</name>
    <message>
        <source>try connection, tools, rights and space as a backup would need them</source>
        <translation>probar conexión, herramientas, derechos y espacio como los necesita una copia</translation>
    </message>
    <message>
        <source>a rebuilt server, or fewer rows, are right: let retention go on</source>
        <translation>un servidor rehecho, o menos filas, son correctos: que siga la retención</translation>
    </message>
    <message>
        <source>Dry run: nothing was accepted.</source>
        <translation>Simulación: no se aceptó nada.</translation>
    </message>
    <message>
        <source>There was nothing to accept.</source>
        <translation>No había nada que aceptar.</translation>
    </message>
    <message>
        <source>Accepted: retention goes on. Reasons lifted: %1.</source>
        <translation>Aceptado: la retención sigue. Motivos levantados: %1.</translation>
    </message>
</context>
<context>
    <name>ProfileCommands</name>
    <message>
        <source>list the profiles and where their files are</source>
        <translation>listar los perfiles y dónde están sus archivos</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositorio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inservible</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>There is no profile yet. &quot;masclet-backup init&quot; makes one.</source>
        <translation>Aún no hay ningún perfil. &quot;masclet-backup init&quot; crea uno.</translation>
    </message>
    <message>
        <source>show what applies: file, environment and arguments together</source>
        <translation>mostrar lo que vale: archivo, entorno y argumentos juntos</translation>
    </message>
    <message>
        <source>Profile %1, file %2</source>
        <translation>Perfil %1, archivo %2</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Viene de</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>argumento</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>default</source>
        <translation>por defecto</translation>
    </message>
    <message>
        <source>change options in the profile&apos;s file</source>
        <translation>cambiar opciones en el archivo del perfil</translation>
    </message>
    <message>
        <source>The file is written anew; comments of your own are not kept.</source>
        <translation>El archivo se escribe de nuevo; los comentarios propios se pierden.</translation>
    </message>
    <message>
        <source>No option to change was given.</source>
        <translation>No se dio ninguna opción que cambiar.</translation>
    </message>
    <message>
        <source>For example: masclet-backup profile set --keep-last 7</source>
        <translation>Por ejemplo: masclet-backup profile set --keep-last 7</translation>
    </message>
    <message>
        <source>%1: %2, before: %3</source>
        <translation>%1: %2, antes: %3</translation>
    </message>
    <message>
        <source>Nothing changes: the profile says so already.</source>
        <translation>Nada cambia: el perfil ya lo dice así.</translation>
    </message>
    <message>
        <source>Dry run: %1 was not written.</source>
        <translation>Simulación: %1 no se escribió.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4/s</source>
        <translation>%1: %2 de %3, %4/s</translation>
    </message>
    <message>
        <source>%1: %2, %3/s</source>
        <translation>%1: %2, %3/s</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Error: %1</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The work ended with an unexpected error.</source>
        <translation>El trabajo terminó con un error inesperado.</translation>
    </message>
    <message>
        <source>The work could not be started.</source>
        <translation>No se pudo iniciar el trabajo.</translation>
    </message>
    <message>
        <source>The system may be out of memory or processes.</source>
        <translation>Puede que al sistema le falte memoria o no admita más procesos.</translation>
    </message>
    <message>
        <source>The disk did not answer, so the work was abandoned.</source>
        <translation>El disco no respondió, así que se abandonó el trabajo.</translation>
    </message>
    <message>
        <source>Look at the disk or network share that holds the backups; the command mount lists it. The next run cleans up.</source>
        <translation>Revise el disco o la carpeta de red que guarda las copias; la orden mount lo muestra. La próxima ejecución limpia lo que quede.</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>verifying %1</source>
        <translation>verificando %1</translation>
    </message>
    <message>
        <source>The archive has %1 entries, its manifest says %2.</source>
        <translation>El archivo tiene %1 entradas, su manifiesto dice %2.</translation>
    </message>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
</context>
<context>
    <name>RefusedLogin</name>
    <message>
        <source>The login was refused at %1, and scheduled runs do not try it again before the profile, the password or the planned time is another one: %2</source>
        <translation>El acceso se rechazó el %1, y las ejecuciones programadas no lo intentan de nuevo hasta que cambie el perfil, la contraseña o la hora planificada: %2</translation>
    </message>
</context>
<context>
    <name>ReplacedFiles</name>
    <message>
        <source>%1 would be replaced, and cannot be kept before.</source>
        <translation>Se reemplazaría %1, y no se puede guardar antes.</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>No se reemplazó nada.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>No se pudo borrar %1.</translation>
    </message>
</context>
<context>
    <name>ReportPdf</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>Repository</name>
    <message>
        <source>The deletion of %1 cannot be finished: its manifest is damaged.</source>
        <translation>No se puede terminar el borrado de %1: su manifiesto está dañado.</translation>
    </message>
    <message>
        <source>The deletion of %1, which a dead run had begun, was finished.</source>
        <translation>Se terminó el borrado de %1, que una ejecución muerta había empezado.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
    <message>
        <source>Cannot read the journal</source>
        <translation>No se puede leer el diario</translation>
    </message>
    <message>
        <source>A line before this one is marked as torn, but no record says so.</source>
        <translation>Una línea anterior está marcada como rota, pero ningún registro lo dice.</translation>
    </message>
    <message>
        <source>A record before this line was changed, added or removed.</source>
        <translation>Un registro anterior a esta línea se cambió, se añadió o se quitó.</translation>
    </message>
    <message>
        <source>Manifest, file</source>
        <translation>Manifiesto, archivo</translation>
    </message>
    <message>
        <source>Manifest, table</source>
        <translation>Manifiesto, tabla</translation>
    </message>
    <message>
        <source>Manifest, omission</source>
        <translation>Manifiesto, omisión</translation>
    </message>
    <message>
        <source>Manifest: a file or table is listed twice.</source>
        <translation>Manifiesto: un archivo o una tabla aparece dos veces.</translation>
    </message>
    <message>
        <source>The manifest is cut.</source>
        <translation>El manifiesto está cortado.</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>The manifest has format %1, which this version does not know.</source>
        <translation>El manifiesto tiene el formato %1, que esta versión no conoce.</translation>
    </message>
    <message>
        <source>Use the version of the program that wrote it, or a newer one.</source>
        <translation>Use la versión del programa que lo escribió, o una más nueva.</translation>
    </message>
    <message>
        <source>Everybody may write in the repository %1.</source>
        <translation>Cualquiera puede escribir en el repositorio %1.</translation>
    </message>
    <message>
        <source>Take that right away: chmod o-w</source>
        <translation>Quite ese derecho: chmod o-w</translation>
    </message>
    <message>
        <source>The group of %1 may write in it.</source>
        <translation>El grupo de %1 puede escribir en él.</translation>
    </message>
    <message>
        <source>The repository %1 belongs to another user (number %2).</source>
        <translation>El repositorio %1 pertenece a otro usuario (número %2).</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 no es una carpeta.</translation>
    </message>
    <message>
        <source>Links are not followed. Put a real folder there.</source>
        <translation>Los enlaces no se siguen. Ponga ahí una carpeta de verdad.</translation>
    </message>
    <message>
        <source>%1 lies on another file system than the repository.</source>
        <translation>%1 está en otro sistema de archivos que el repositorio.</translation>
    </message>
    <message>
        <source>A repository must lie on one file system; mount the whole of it there.</source>
        <translation>Un repositorio debe estar en un solo sistema de archivos; móntelo entero ahí.</translation>
    </message>
    <message>
        <source>Cannot ask for the free space of %1</source>
        <translation>No se puede preguntar el espacio libre de %1</translation>
    </message>
    <message>
        <source>Not enough space in %1: %2 needed, %3 free.</source>
        <translation>No hay bastante espacio en %1: hacen falta %2, hay %3 libres.</translation>
    </message>
    <message>
        <source>Free space there, keep fewer sets, or choose another place.</source>
        <translation>Libere espacio, conserve menos copias, o elija otro lugar.</translation>
    </message>
    <message>
        <source>The file system of %1 can hold no more files.</source>
        <translation>En el sistema de archivos de %1 no caben más archivos.</translation>
    </message>
    <message>
        <source>The file system does not keep permissions; others may read the sets.</source>
        <translation>El sistema de archivos no guarda permisos; otros pueden leer las copias.</translation>
    </message>
    <message>
        <source>The file system cannot sync folders; a power failure may lose the newest set.</source>
        <translation>El sistema de archivos no sincroniza carpetas; un corte de luz puede perder la copia más reciente.</translation>
    </message>
    <message>
        <source>The folder %1 was replaced or unmounted meanwhile.</source>
        <translation>La carpeta %1 se reemplazó o se desmontó mientras tanto.</translation>
    </message>
    <message>
        <source>Cannot look at %1</source>
        <translation>No se puede mirar %1</translation>
    </message>
    <message>
        <source>The manifest is not the one of the staged set.</source>
        <translation>El manifiesto no es el de la copia preparada.</translation>
    </message>
    <message>
        <source>What was staged as %1 is not what the manifest says.</source>
        <translation>Lo preparado como %1 no es lo que dice el manifiesto.</translation>
    </message>
    <message>
        <source>The manifest that was written cannot be read back.</source>
        <translation>El manifiesto que se escribió no se puede releer.</translation>
    </message>
    <message>
        <source>The file system cannot sync folders; a power failure now may lose this set.</source>
        <translation>El sistema de archivos no sincroniza carpetas; un corte de luz ahora puede perder esta copia.</translation>
    </message>
    <message>
        <source>A set needs a run and a time zone.</source>
        <translation>Una copia necesita una ejecución y una zona horaria.</translation>
    </message>
    <message>
        <source>The profile&apos;s name cannot name a set: %1</source>
        <translation>El nombre del perfil no puede nombrar una copia: %1</translation>
    </message>
    <message>
        <source>publishing %1</source>
        <translation>publicando %1</translation>
    </message>
    <message>
        <source>%1 had been published; only its working folder was left.</source>
        <translation>%1 ya estaba publicada; solo quedaba su carpeta de trabajo.</translation>
    </message>
    <message>
        <source>%1 was half published by a run that died; it was removed.</source>
        <translation>%1 quedó a medio publicar por una ejecución que murió; se quitó.</translation>
    </message>
    <message>
        <source>The working folder of the dead run %1 was removed.</source>
        <translation>Se quitó la carpeta de trabajo de la ejecución muerta %1.</translation>
    </message>
    <message>
        <source>The run ended without saying how: it was killed, or the machine stopped.</source>
        <translation>La ejecución terminó sin decir cómo: la mataron, o la máquina se paró.</translation>
    </message>
    <message>
        <source>The run %1 (%2) was interrupted.</source>
        <translation>La ejecución %1 (%2) se interrumpió.</translation>
    </message>
    <message>
        <source>The repository&apos;s path must be absolute: %1</source>
        <translation>La ruta del repositorio debe ser absoluta: %1</translation>
    </message>
    <message>
        <source>The repository&apos;s path is too long.</source>
        <translation>La ruta del repositorio es demasiado larga.</translation>
    </message>
    <message>
        <source>The repository&apos;s path holds characters that cannot be shown: %1</source>
        <translation>La ruta del repositorio tiene caracteres que no se pueden mostrar: %1</translation>
    </message>
    <message>
        <source>Choose a folder whose name has no line breaks or control characters.</source>
        <translation>Elija una carpeta cuyo nombre no tenga saltos de línea ni caracteres de control.</translation>
    </message>
    <message>
        <source>%1 holds backup sets but no repository.json.</source>
        <translation>%1 contiene copias pero no repository.json.</translation>
    </message>
    <message>
        <source>Bring that file back from a copy of the repository; its id is in every manifest.</source>
        <translation>Recupere ese archivo de una copia del repositorio; su id está en cada manifiesto.</translation>
    </message>
    <message>
        <source>%1 is a repository already.</source>
        <translation>%1 ya es un repositorio.</translation>
    </message>
    <message>
        <source>%1 is not a repository: it has no repository.json.</source>
        <translation>%1 no es un repositorio: no tiene repository.json.</translation>
    </message>
    <message>
        <source>If its disk is not mounted, mount it. A new repository is made with &quot;masclet-backup init&quot;.</source>
        <translation>Si su disco no está montado, móntelo. &quot;masclet-backup init&quot; crea un repositorio nuevo.</translation>
    </message>
    <message>
        <source>There is no set %1.</source>
        <translation>No hay ninguna copia %1.</translation>
    </message>
    <message>
        <source>Cannot lock %1</source>
        <translation>No se puede bloquear %1</translation>
    </message>
    <message>
        <source>Another run is working in the repository %1.</source>
        <translation>Otra ejecución trabaja en el repositorio %1.</translation>
    </message>
    <message>
        <source>Wait for it to end, or let this run wait with --wait.</source>
        <translation>Espere a que termine, o haga esperar a esta con --wait.</translation>
    </message>
    <message>
        <source>Another run is working in the repository %1: %2, process %3 on %4, since %5.</source>
        <translation>Otra ejecución trabaja en el repositorio %1: %2, proceso %3 en %4, desde %5.</translation>
    </message>
    <message>
        <source>The file system of %1 knows no locks.</source>
        <translation>El sistema de archivos de %1 no conoce bloqueos.</translation>
    </message>
    <message>
        <source>Choose another place for the repository.</source>
        <translation>Elija otro lugar para el repositorio.</translation>
    </message>
    <message>
        <source>Stopped as asked while waiting for the repository.</source>
        <translation>Detenido como se pidió mientras se esperaba al repositorio.</translation>
    </message>
    <message>
        <source>A run&apos;s log needs the run&apos;s id.</source>
        <translation>El log de una ejecución necesita el id de la ejecución.</translation>
    </message>
    <message>
        <source>The run&apos;s log %1 was cut at its largest size.</source>
        <translation>El log %1 de la ejecución se cortó en su tamaño máximo.</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>Cannot sync %1 to the disk</source>
        <translation>No se puede sincronizar %1 al disco</translation>
    </message>
    <message>
        <source>Run record</source>
        <translation>Registro de ejecución</translation>
    </message>
    <message>
        <source>The checksum is missing.</source>
        <translation>Falta la suma de comprobación.</translation>
    </message>
    <message>
        <source>The text does not match its checksum: it was changed or damaged.</source>
        <translation>El texto no coincide con su suma de comprobación: se cambió o está dañado.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Falta %1.</translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 no es un archivo normal.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, the manifest says %3.</source>
        <translation>%1 tiene %2 bytes, el manifiesto dice %3.</translation>
    </message>
    <message>
        <source>The manifest under this name is that of %1.</source>
        <translation>El manifiesto que hay bajo este nombre es el de %1.</translation>
    </message>
    <message>
        <source>The set belongs to another repository.</source>
        <translation>La copia pertenece a otro repositorio.</translation>
    </message>
    <message>
        <source>The layout of a repository is flat or dated.</source>
        <translation>La disposición de un repositorio es flat o dated.</translation>
    </message>
    <message>
        <source>Publishing plan</source>
        <translation>Plan de publicación</translation>
    </message>
    <message>
        <source>The file system cannot rename without replacing in one step.</source>
        <translation>El sistema de ficheros no puede renombrar sin reemplazar en un solo paso.</translation>
    </message>
    <message>
        <source>Manifest, encryption</source>
        <translation>Manifiesto, cifrado</translation>
    </message>
    <message>
        <source>Manifest, member</source>
        <translation>Manifiesto, miembro</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>The records up to this line are others than this machine has seen.</source>
        <translation>Los registros hasta esta línea son otros que los que vio esta máquina.</translation>
    </message>
    <message numerus="yes">
        <source>This machine has seen %n record(s); those at the end are gone.</source>
        <translation>
            <numerusform>Esta máquina vio %n registro; faltan los del final.</numerusform>
            <numerusform>Esta máquina vio %n registros; faltan los del final.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message numerus="yes">
        <source>%n older set(s) are damaged.</source>
        <translation>
            <numerusform>%n copia anterior está dañada.</numerusform>
            <numerusform>%n copias anteriores están dañadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new backup is good. Look at the disk that holds them.</source>
        <translation>La copia nueva es buena. Mire el disco que las guarda.</translation>
    </message>
    <message>
        <source>Reading %1 again</source>
        <translation>Leyendo de nuevo %1</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) have not been read for more than seven days; there was no time for them.</source>
        <translation>
            <numerusform>%n copia lleva más de siete días sin leerse; no hubo tiempo para ella.</numerusform>
            <numerusform>%n copias llevan más de siete días sin leerse; no hubo tiempo para ellas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreBeside</name>
    <message>
        <source>Restoring roles</source>
        <translation>Restaurando los roles</translation>
    </message>
    <message>
        <source>Left out of the globals: %1</source>
        <translation>Omitido de los datos globales: %1</translation>
    </message>
    <message>
        <source>The role %1 has no password in the set and cannot log in.</source>
        <translation>El rol %1 no tiene contraseña en la copia y no puede iniciar sesión.</translation>
    </message>
    <message>
        <source>The restored copy is not equal to what was backed up: %1</source>
        <translation>Lo restaurado no es igual a lo que se copió: %1</translation>
    </message>
    <message>
        <source>It was dropped. Use another set.</source>
        <translation>Se eliminó. Use otra copia.</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analizando</translation>
    </message>
    <message>
        <source>Owner, rights and settings</source>
        <translation>Propietario, derechos y ajustes</translation>
    </message>
    <message>
        <source>Not taken over: %1</source>
        <translation>No se trasladó: %1</translation>
    </message>
    <message>
        <source>Making the database</source>
        <translation>Creando la base de datos</translation>
    </message>
    <message>
        <source>The unfinished database %1 could not be dropped and is tried again by the next restore: %2</source>
        <translation>La base de datos sin terminar %1 no se pudo eliminar; la próxima restauración lo intentará de nuevo: %2</translation>
    </message>
    <message>
        <source>These roles were made on the server and stay: %1</source>
        <translation>Estos roles se crearon en el servidor y se quedan: %1</translation>
    </message>
</context>
<context>
    <name>RestoreCommand</name>
    <message>
        <source>restore a backup beside what is there, or in its place</source>
        <translation>restaurar una copia al lado de lo que hay, o en su lugar</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>name of the database to come</source>
        <translation>nombre de la base de datos que se creará</translation>
    </message>
    <message>
        <source>swap it with the database of that name (the profile&apos;s by default)</source>
        <translation>intercambiarla con la base de datos de ese nombre (por defecto, la del perfil)</translation>
    </message>
    <message>
        <source>swap the database that was kept last back</source>
        <translation>volver a poner la última base de datos que se guardó aparte</translation>
    </message>
    <message>
        <source>LIST</source>
        <translation>LISTA</translation>
    </message>
    <message>
        <source>the whole structure, but only the rows of these tables</source>
        <translation>toda la estructura, pero solo las filas de estas tablas</translation>
    </message>
    <message>
        <source>the structure without rows</source>
        <translation>la estructura sin filas</translation>
    </message>
    <message>
        <source>leave owners out</source>
        <translation>omitir los propietarios</translation>
    </message>
    <message>
        <source>leave rights out</source>
        <translation>omitir los derechos</translation>
    </message>
    <message>
        <source>use another role; may be given often</source>
        <translation>usar otro rol; se puede dar varias veces</translation>
    </message>
    <message>
        <source>make the backup&apos;s roles first, those that are missing</source>
        <translation>crear antes los roles de la copia que falten</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>the system identifier shown: this rebuilt server is the right one</source>
        <translation>el identificador de sistema mostrado: este servidor reconstruido es el correcto</translation>
    </message>
    <message>
        <source>do not back up the database of this name before it is replaced</source>
        <translation>no hacer una copia de la base de datos de este nombre antes de reemplazarla</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not OLD=NEW.</source>
        <translation>&quot;%1&quot; no es OLD=NEW.</translation>
    </message>
    <message>
        <source>Say where to restore: --to NAME, or --replace.</source>
        <translation>Indique dónde restaurar: --to NOMBRE, o --replace.</translation>
    </message>
    <message>
        <source>Name the tables whose rows you want, or give --schema-only.</source>
        <translation>Nombre las tablas cuyas filas quiere, o dé --schema-only.</translation>
    </message>
    <message>
        <source>--no-safety-backup names %1, but the database to replace is %2.</source>
        <translation>--no-safety-backup nombra %1, pero la base de datos que se reemplaza es %2.</translation>
    </message>
    <message>
        <source>%1: restored as database %2, all counts are equal</source>
        <translation>%1: restaurada como base de datos %2, todos los recuentos son iguales</translation>
    </message>
    <message>
        <source>%1 is in its place; the database that was there is kept as %2</source>
        <translation>%1 está en su lugar; la base de datos que había se guarda como %2</translation>
    </message>
    <message>
        <source>Backup made before: %1</source>
        <translation>Copia hecha antes: %1</translation>
    </message>
    <message>
        <source>Dry run: the database kept last for %1 would be swapped back.</source>
        <translation>Simulación: se volvería a poner la última base de datos guardada aparte para %1.</translation>
    </message>
    <message>
        <source>The database %1 on %2 is set aside and the one kept before takes its place.</source>
        <translation>La base de datos %1 en %2 se aparta y la guardada antes ocupa su lugar.</translation>
    </message>
    <message>
        <source>The database %1 on %2 is replaced by the backup %3. Its sessions are ended.</source>
        <translation>La base de datos %1 en %2 se reemplaza por la copia %3. Se terminan sus sesiones.</translation>
    </message>
    <message>
        <source>The backup is loaded into a new database and compared; only then it gets its name. With --replace the database of that name is backed up, closed and kept aside. Ends with 21 when everything is as it was, with 22 when a person must act. With --files it is the files of the backup that are restored (configuration, logs, state), not the database: into a folder of each kind in FOLDER, which must be empty or not exist. With --in-place FOLDER is the root they belong below (/), the files there give way, and a copy of those is kept. Owners come back only when root restores.</source>
        <translation>La copia se carga en una base de datos nueva y se compara; solo entonces recibe su nombre. Con --replace, de la base de datos con ese nombre se hace una copia, y después se cierra y se aparta. Acaba con 21 cuando todo está como estaba, con 22 cuando debe actuar una persona. Con --files se restauran los ficheros de la copia (configuración, logs, estado), no la base de datos: en una carpeta por cada tipo dentro de CARPETA, que debe estar vacía o no existir. Con --in-place, CARPETA es la raíz de la que cuelgan (/), los ficheros que hay allí ceden su sitio y se guarda una copia de ellos. Los propietarios solo se recuperan cuando restaura root.</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>RUTA</translation>
    </message>
    <message>
        <source>restore this dump, made elsewhere, instead of a set; needs --to and --trust</source>
        <translation>restaurar este volcado, hecho en otro sitio, en vez de una copia; necesita --to y --trust</translation>
    </message>
    <message>
        <source>whoever made the file may run what is in it on the server</source>
        <translation>quien hizo el archivo puede ejecutar en el servidor lo que contiene</translation>
    </message>
    <message>
        <source>drop this database, which a restore kept aside; else it goes after 7 days</source>
        <translation>borrar esta base de datos, que una restauración apartó; si no, desaparece a los 7 días</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>CARPETA</translation>
    </message>
    <message>
        <source>restore files instead of the database, into a folder</source>
        <translation>restaurar ficheros en vez de la base de datos, en una carpeta</translation>
    </message>
    <message>
        <source>with --files: which of config, logs and state (all; with --in-place config)</source>
        <translation>con --files: cuáles de config, logs y state (todos; con --in-place config)</translation>
    </message>
    <message>
        <source>with --files: over what is in the folder</source>
        <translation>con --files: encima de lo que hay en la carpeta</translation>
    </message>
    <message>
        <source>the database to replace, typed again; with --in-place the backup</source>
        <translation>la base de datos que se reemplaza, escrita otra vez; con --in-place, la copia</translation>
    </message>
    <message>
        <source>Dry run: the database %1 would be dropped.</source>
        <translation>Simulación: se borraría la base de datos %1.</translation>
    </message>
    <message>
        <source>The database %1 on %2 is dropped for good.</source>
        <translation>La base de datos %1 en %2 se borra para siempre.</translation>
    </message>
    <message>
        <source>Dropped: %1</source>
        <translation>Borrada: %1</translation>
    </message>
    <message>
        <source>Give --file PATH, --to NAME, and no set.</source>
        <translation>Dé --file RUTA, --to NOMBRE, y ninguna copia.</translation>
    </message>
    <message>
        <source>%1: restored as database %2, %3 rows in %4 tables</source>
        <translation>%1: restaurada como base de datos %2, %3 filas en %4 tablas</translation>
    </message>
    <message>
        <source>--files restores no database: --%1 does not go with it.</source>
        <translation>--files no restaura ninguna base de datos: --%1 no se puede usar con él.</translation>
    </message>
    <message>
        <source>The kind db is a database: restore it with --to NAME.</source>
        <translation>El tipo db es una base de datos: se restaura con --to NOMBRE.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s), folder(s) and link(s) with %2</source>
        <translation>
            <numerusform>%1: %n fichero, carpeta o enlace con %2</numerusform>
            <numerusform>%1: %n ficheros, carpetas y enlaces con %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) of %1 name places outside of the folder and were kept as they are</source>
        <translation>
            <numerusform>%n enlace de %1 nombra un lugar fuera de la carpeta y se guardó como está</numerusform>
            <numerusform>%n enlaces de %1 nombran lugares fuera de la carpeta y se guardaron como están</numerusform>
        </translation>
    </message>
    <message>
        <source>Dry run: nothing is written.</source>
        <translation>Simulación: no se escribe nada.</translation>
    </message>
    <message>
        <source>gives way: %1</source>
        <translation>cede su sitio: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s); --json lists all</source>
        <translation>
            <numerusform>y %n fichero más; --json los lista todos</numerusform>
            <numerusform>y %n ficheros más; --json los lista todos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: files restored into %2</source>
        <translation>%1: ficheros restaurados en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were replaced; they are kept in %1</source>
        <translation>
            <numerusform>Se reemplazó %n fichero; se guarda en %1</numerusform>
            <numerusform>Se reemplazaron %n ficheros; se guardan en %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The files of %1 replace those below %2.</source>
        <translation>Los ficheros de %1 reemplazan los que hay debajo de %2.</translation>
    </message>
    <message>
        <source>--trust goes with --file only: it is about dumps made elsewhere.</source>
        <translation>--trust solo va con --file: trata de volcados hechos en otro sitio.</translation>
    </message>
    <message>
        <source>--%1 takes no set.</source>
        <translation>--%1 no admite ninguna copia.</translation>
    </message>
    <message>
        <source>--%1 does not go with --%2.</source>
        <translation>--%1 no se puede usar con --%2.</translation>
    </message>
    <message>
        <source>--%1 goes with --files only.</source>
        <translation>--%1 solo se puede usar con --files.</translation>
    </message>
</context>
<context>
    <name>RestoreGate</name>
    <message>
        <source>Server and database</source>
        <translation>Servidor y base de datos</translation>
    </message>
    <message>
        <source>system identifier %1; the set comes from %2, database %3</source>
        <translation>identificador de sistema %1; la copia viene de %2, base de datos %3</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Accepted by its identifier: %1</source>
        <translation>Aceptado por su identificador: %1</translation>
    </message>
    <message>
        <source>This is not the server and database that the set comes from: %1</source>
        <translation>Este no es el servidor ni la base de datos de donde viene la copia: %1</translation>
    </message>
    <message>
        <source>If it is the right one (a rebuilt server), repeat its identifier: --server-id %1. Or restore under a new name with --to.</source>
        <translation>Si es el correcto (un servidor reconstruido), repita su identificador: --server-id %1. O restaure con un nombre nuevo con --to.</translation>
    </message>
    <message>
        <source>(not readable by this role)</source>
        <translation>(este rol no puede leerlo)</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>server %1; the set comes from %2, written by pg_dump %3</source>
        <translation>servidor %1; la copia viene de %2, escrita por pg_dump %3</translation>
    </message>
    <message>
        <source>The server is older than what wrote the set, and may not know its settings: %1</source>
        <translation>El servidor es más antiguo que lo que escribió la copia, y puede no conocer sus ajustes: %1</translation>
    </message>
    <message>
        <source>Restore on a server of at least that version.</source>
        <translation>Restaure en un servidor de esa versión como mínimo.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>All roles are there.</source>
        <translation>Están todos los roles.</translation>
    </message>
    <message>
        <source>Will be made from the set: %1</source>
        <translation>Se crearán a partir de la copia: %1</translation>
    </message>
    <message>
        <source>Missing, and left out: %1</source>
        <translation>Faltan, y se omiten: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Faltan: %1</translation>
    </message>
    <message>
        <source>Restore the roles first (--globals), use others (--role-map), or leave owners and rights out (--no-owner --no-acl).</source>
        <translation>Restaure antes los roles (--globals), use otros (--role-map) u omita propietarios y derechos (--no-owner --no-acl).</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>All can be installed.</source>
        <translation>Se pueden instalar todas.</translation>
    </message>
    <message>
        <source>Not available on the server: %1</source>
        <translation>No disponibles en el servidor: %1</translation>
    </message>
    <message>
        <source>Install their packages there.</source>
        <translation>Instale allí sus paquetes.</translation>
    </message>
    <message>
        <source>Encoding and locale</source>
        <translation>Codificación y configuración regional</translation>
    </message>
    <message>
        <source>The server does not know the locale %1.</source>
        <translation>El servidor no conoce la configuración regional %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Tablespaces</source>
        <translation>Tablespaces</translation>
    </message>
    <message>
        <source>Missing, the default one is used: %1</source>
        <translation>Faltan, se usa el predeterminado: %1</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Derechos</translation>
    </message>
    <message>
        <source>The role may not create databases.</source>
        <translation>El rol no puede crear bases de datos.</translation>
    </message>
    <message>
        <source>Grant it CREATEDB, or connect as another role.</source>
        <translation>Concédale CREATEDB, o conéctese con otro rol.</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Espacio libre</translation>
    </message>
    <message>
        <source>About %1 are needed; the server&apos;s disk cannot be asked.</source>
        <translation>Hacen falta unos %1; no se puede consultar el disco del servidor.</translation>
    </message>
    <message>
        <source>about %1 needed, %2 free</source>
        <translation>hacen falta unos %1, %2 libres</translation>
    </message>
    <message>
        <source>Free space on the server.</source>
        <translation>Libere espacio en el servidor.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>There is no database %1 yet.</source>
        <translation>Aún no hay ninguna base de datos %1.</translation>
    </message>
    <message>
        <source>%1 has %2, last written %3</source>
        <translation>%1 tiene %2, última escritura %3</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>en un momento desconocido</translation>
    </message>
    <message>
        <source>There is a database of that name: %1</source>
        <translation>Ya hay una base de datos con ese nombre: %1</translation>
    </message>
    <message>
        <source>Will be replaced and kept aside: %1</source>
        <translation>Se reemplazará y se guardará aparte: %1</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>No hay nadie conectado.</translation>
    </message>
    <message>
        <source>Will be ended: %1</source>
        <translation>Se terminarán: %1</translation>
    </message>
    <message>
        <source>What a swap leaves behind</source>
        <translation>Lo que un intercambio deja atrás</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>%1 was read back whole: %2 rows</source>
        <translation>%1 se releyó entera: %2 filas</translation>
    </message>
    <message>
        <source>Jobs of pg_cron run in the restored database from the swap on: %1.</source>
        <translation>Las tareas de pg_cron se ejecutan en la restaurada desde el intercambio: %1.</translation>
    </message>
    <message>
        <source>The jobs of pg_cron in it stay with the old database, the restored one has those of the backup: %1.</source>
        <translation>Sus tareas de pg_cron se quedan con la base de datos antigua; la restaurada tiene las de la copia: %1.</translation>
    </message>
    <message>
        <source>Foreign servers of other databases that name it lead to the restored one from the swap on, if they mean this server: %1.</source>
        <translation>Los servidores foráneos de otras bases de datos que la nombran llevan a la restaurada desde el intercambio, si se refieren a este servidor: %1.</translation>
    </message>
    <message>
        <source>The foreign servers in it stay with the old database, the restored one has those of the backup: %1.</source>
        <translation>Sus servidores foráneos se quedan con la base de datos antigua; la restaurada tiene los de la copia: %1.</translation>
    </message>
    <message>
        <source>Whether jobs or foreign servers name it could not be seen in: %1.</source>
        <translation>No se pudo ver si tareas o servidores foráneos la nombran en: %1.</translation>
    </message>
    <message>
        <source>No slots, subscriptions, prepared transactions, jobs or foreign servers.</source>
        <translation>No hay slots, suscripciones, transacciones preparadas, tareas ni servidores foráneos.</translation>
    </message>
    <message>
        <source>A pooler or program that names %1 finds the restored one. One that holds connections must connect again.</source>
        <translation>Un pooler o programa que nombra %1 encuentra la restaurada. El que mantiene conexiones tiene que conectarse de nuevo.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Only a part of the backup&apos;s rows would take the place of the whole database.</source>
        <translation>Solo una parte de las filas de la copia ocuparía el lugar de toda la base de datos.</translation>
    </message>
    <message>
        <source>Restore that part beside it, under a new name with --to.</source>
        <translation>Restaure esa parte al lado, con un nombre nuevo y --to.</translation>
    </message>
    <message>
        <source>Install the locale on the server, restart it, and there run: SELECT pg_import_system_collations(&apos;pg_catalog&apos;);</source>
        <translation>Instale la configuración regional en el servidor, reinícielo y ejecute allí: SELECT pg_import_system_collations(&apos;pg_catalog&apos;);</translation>
    </message>
    <message>
        <source>Choose another name, or have it replaced (--replace).</source>
        <translation>Elija otro nombre, o haga que se reemplace (--replace).</translation>
    </message>
</context>
<context>
    <name>RestoreLook</name>
    <message>
        <source>Looking at the server</source>
        <translation>Mirando el servidor</translation>
    </message>
    <message>
        <source>The restore was not begun: %1</source>
        <translation>La restauración no se empezó: %1</translation>
    </message>
</context>
<context>
    <name>RestoreRun</name>
    <message>
        <source>Validate %1</source>
        <translation>Validar %1</translation>
    </message>
    <message>
        <source>Restore beside and compare</source>
        <translation>Restaurar al lado y comparar</translation>
    </message>
    <message>
        <source>Swapping the databases</source>
        <translation>Intercambiando las bases de datos</translation>
    </message>
    <message>
        <source>%1 is the restored one; the old one is kept as %2</source>
        <translation>%1 es la restaurada; la antigua se guarda como %2</translation>
    </message>
    <message>
        <source>The server or the database changed while the copy was made.</source>
        <translation>El servidor o la base de datos cambió mientras se hacía la copia.</translation>
    </message>
    <message>
        <source>Look what happened, and begin again.</source>
        <translation>Mire qué pasó y empiece de nuevo.</translation>
    </message>
    <message>
        <source>The restored database did not answer. The one before serves again as %1.</source>
        <translation>La base de datos restaurada no respondió. La anterior vuelve a dar servicio como %1.</translation>
    </message>
    <message>
        <source>The restored one is kept aside as %1.</source>
        <translation>La restaurada se guarda aparte como %1.</translation>
    </message>
    <message>
        <source>The restored database %1 did not answer, and the one before could not be put back.</source>
        <translation>La base de datos restaurada %1 no respondió, y no se pudo volver a poner la anterior.</translation>
    </message>
    <message>
        <source>The one before is %1. Look which of them serves, and rename them by hand if need be.</source>
        <translation>La anterior es %1. Mire cuál de las dos da servicio y, si hace falta, cámbieles el nombre a mano.</translation>
    </message>
    <message>
        <source>No backup of %1 was made, and it would give way.</source>
        <translation>No se hizo ninguna copia de %1, y se iba a sustituir.</translation>
    </message>
    <message>
        <source>Begin again: the server did not answer when it was asked whether one is needed.</source>
        <translation>Empiece de nuevo: el servidor no respondió cuando se le preguntó si hacía falta.</translation>
    </message>
    <message>
        <source>If there is a database %1, that is the old one, and the restored one is in its place.</source>
        <translation>Si hay una base de datos %1, esa es la antigua, y la restaurada está en su lugar.</translation>
    </message>
    <message>
        <source>If there is a database %1, it is the restored one.</source>
        <translation>Si hay una base de datos %1, es la restaurada.</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 was restored: the server does not answer any more.</source>
        <translation>Nadie sabe si %1 se ha restaurado: el servidor ya no responde.</translation>
    </message>
</context>
<context>
    <name>RestoreScript</name>
    <message>
        <source>pg_restore cannot read the dump.</source>
        <translation>pg_restore no puede leer el volcado.</translation>
    </message>
    <message>
        <source>It is damaged, or a newer pg_dump wrote it.</source>
        <translation>Está dañado, o lo escribió un pg_dump más nuevo.</translation>
    </message>
    <message>
        <source>pg_restore cannot read what pg_dump wrote.</source>
        <translation>pg_restore no puede leer lo que escribió pg_dump.</translation>
    </message>
    <message>
        <source>The dump was thrown away. Run the backup again.</source>
        <translation>El volcado se descartó. Vuelva a hacer la copia.</translation>
    </message>
</context>
<context>
    <name>RestoreService</name>
    <message>
        <source>before the restore of %1</source>
        <translation>antes de la restauración de %1</translation>
    </message>
    <message>
        <source>The backup of the database before its replacement failed: %1</source>
        <translation>Falló la copia de la base de datos antes de su reemplazo: %1</translation>
    </message>
    <message>
        <source>Mend that, or leave it out by its name (--no-safety-backup NAME).</source>
        <translation>Arréglelo, o prescinda de ella por su nombre (--no-safety-backup NOMBRE).</translation>
    </message>
    <message>
        <source>Validating %1</source>
        <translation>Validando %1</translation>
    </message>
    <message>
        <source>Back up %1 as it is now</source>
        <translation>Hacer una copia de %1 tal como está ahora</translation>
    </message>
    <message>
        <source>Validate %1</source>
        <translation>Validar %1</translation>
    </message>
    <message>
        <source>Restore it into a new database beside, and compare every table</source>
        <translation>Restaurarla en una base de datos nueva al lado y comparar cada tabla</translation>
    </message>
    <message>
        <source>Close %1, end its sessions, and swap the names; the old one is kept as %1__old_…</source>
        <translation>Cerrar %1, terminar sus sesiones e intercambiar los nombres; la antigua se conserva como %1__old_…</translation>
    </message>
    <message>
        <source>Name it %1</source>
        <translation>Darle el nombre %1</translation>
    </message>
    <message>
        <source>No backup of this profile was ever restore-tested: nobody knows how long it takes.</source>
        <translation>Ninguna copia de este perfil pasó nunca un test de restauración: nadie sabe cuánto tarda.</translation>
    </message>
    <message>
        <source>Loading took %1 in the last restore test.</source>
        <translation>La carga tardó %1 en el último test de restauración.</translation>
    </message>
    <message>
        <source>Loading will take about %1, going by the restore test of %2.</source>
        <translation>La carga tardará unos %1, según el test de restauración de %2.</translation>
    </message>
</context>
<context>
    <name>RestoreTest</name>
    <message>
        <source>The set comes from PostgreSQL %1 and the server for the test is %2, which is older.</source>
        <translation>La copia procede de PostgreSQL %1 y el servidor para el test es %2, que es más antiguo.</translation>
    </message>
    <message>
        <source>Test on a server of at least that version, or in a sandbox.</source>
        <translation>Haga el test en un servidor de esa versión como mínimo, o en un entorno aislado.</translation>
    </message>
    <message>
        <source>Loading roles</source>
        <translation>Cargando roles</translation>
    </message>
    <message>
        <source>Making a scratch database</source>
        <translation>Creando una base de prueba</translation>
    </message>
    <message>
        <source>Scratch database %1</source>
        <translation>Base de prueba %1</translation>
    </message>
    <message>
        <source>The scratch database %1 could not be dropped and is tried again by the next restore test: %2</source>
        <translation>La base de prueba %1 no se pudo eliminar; el próximo test de restauración lo intentará de nuevo: %2</translation>
    </message>
    <message>
        <source>Starting a sandbox</source>
        <translation>Iniciando un entorno aislado</translation>
    </message>
    <message>
        <source>Left out in the sandbox: %1</source>
        <translation>Omitido en el entorno aislado: %1</translation>
    </message>
    <message>
        <source>The server is a standby, where no database can be made.</source>
        <translation>El servidor es un standby, donde no se puede crear ninguna base de datos.</translation>
    </message>
    <message>
        <source>Test on its primary or another server, or in a sandbox.</source>
        <translation>Haga la prueba en su primario o en otro servidor, o en un entorno aislado.</translation>
    </message>
</context>
<context>
    <name>RestoreTestCommand</name>
    <message>
        <source>load a backup into a scratch database and compare every table</source>
        <translation>cargar una copia en una base de prueba y comparar cada tabla</translation>
    </message>
    <message>
        <source>Without --sandbox or --on the profile says where. Ends with 0 only when the copy is equal: 17 when it is not or could not be made, 16 when the archive is damaged.</source>
        <translation>Sin --sandbox ni --on, el perfil indica dónde. Termina con 0 solo cuando la base restaurada es igual: con 17 cuando no lo es o no se pudo crear, con 16 cuando el archivo está dañado.</translation>
    </message>
    <message>
        <source>in a throw-away server on this machine, without network</source>
        <translation>en un servidor desechable en esta máquina, sin red</translation>
    </message>
    <message>
        <source>PROFILE</source>
        <translation>PERFIL</translation>
    </message>
    <message>
        <source>in a scratch database on that profile&apos;s server</source>
        <translation>en una base de prueba en el servidor de ese perfil</translation>
    </message>
    <message>
        <source>Give --sandbox or --on, not both.</source>
        <translation>Indique --sandbox o --on, no ambos.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>in the dump</source>
        <translation>en el volcado</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restaurado</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>Dry run: nothing is loaded. The steps:</source>
        <translation>Simulación: no se carga nada. Los pasos:</translation>
    </message>
    <message numerus="yes">
        <source>%1: restore-tested, %2 rows in %n table(s) are equal, loaded in %3</source>
        <translation>
            <numerusform>%1: test de restauración superado, %2 filas en %n tabla son iguales, cargado en %3</numerusform>
            <numerusform>%1: test de restauración superado, %2 filas en %n tablas son iguales, cargado en %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreTestReport</name>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>Rows of each table</source>
        <translation>Filas de cada tabla</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows at the dump</source>
        <translation>Filas en el volcado</translation>
    </message>
    <message>
        <source>Rows restored</source>
        <translation>Filas restauradas</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Restore test of %1</source>
        <translation>Test de restauración de %1</translation>
    </message>
    <message>
        <source>%1: database %2 on %3, port %4</source>
        <translation>%1: base de datos %2 en %3, puerto %4</translation>
    </message>
    <message>
        <source>Restored and compared: every table is equal</source>
        <translation>Restaurada y comparada: todas las tablas son iguales</translation>
    </message>
    <message>
        <source>The restored copy is not equal</source>
        <translation>La copia restaurada no es igual</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Restored in</source>
        <translation>Restaurada en</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>%1, of these loading %2</source>
        <translation>%1, de ellos %2 cargando</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparado</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows in %n table(s)</source>
        <translation>
            <numerusform>%1 filas en %n tabla</numerusform>
            <numerusform>%1 filas en %n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué falla</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>Place, date, signature</source>
        <translation>Lugar, fecha y firma</translation>
    </message>
</context>
<context>
    <name>RestoreTestService</name>
    <message>
        <source>Free space of the server: could not check.</source>
        <translation>Espacio libre del servidor: no se pudo comprobar.</translation>
    </message>
    <message>
        <source>Not tested: the copy needs about %1 and the server&apos;s disk has %2 free.</source>
        <translation>Test no realizado: la base restaurada necesita alrededor de %1 y el disco del servidor tiene %2 libres.</translation>
    </message>
    <message>
        <source>Free space there, or test on another server or in a sandbox.</source>
        <translation>Libere espacio allí, o haga el test en otro servidor o en un entorno aislado.</translation>
    </message>
    <message>
        <source>The restored copy of %1 is not equal to what was backed up: %2</source>
        <translation>La base restaurada de %1 no es igual a lo que se copió: %2</translation>
    </message>
    <message>
        <source>Do not rely on this set. Make a new backup and test it.</source>
        <translation>No confíe en esta copia. Haga una copia nueva y sométala al test.</translation>
    </message>
    <message>
        <source>Start a throw-away PostgreSQL %1 on this machine</source>
        <translation>Iniciar un PostgreSQL %1 desechable en esta máquina</translation>
    </message>
    <message>
        <source>Make a scratch database on %1, port %2</source>
        <translation>Crear una base de prueba en %1, puerto %2</translation>
    </message>
    <message>
        <source>Load %1 into it (%2)</source>
        <translation>Cargar %1 en ella (%2)</translation>
    </message>
    <message>
        <source>Stop the server and remove it</source>
        <translation>Detener el servidor y eliminarlo</translation>
    </message>
    <message>
        <source>Drop the scratch database</source>
        <translation>Eliminar la base de prueba</translation>
    </message>
    <message numerus="yes">
        <source>%1 was restored and compared: %2 rows in %n table(s) are equal.</source>
        <translation>
            <numerusform>%1 se restauró y se comparó: %2 filas en %n tabla son iguales.</numerusform>
            <numerusform>%1 se restauró y se comparó: %2 filas en %n tablas son iguales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Count the rows of %n table(s) and compare them with the manifest</source>
        <translation>
            <numerusform>Contar las filas de %n tabla y compararlas con el manifiesto</numerusform>
            <numerusform>Contar las filas de %n tablas y compararlas con el manifiesto</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreUndo</name>
    <message>
        <source>No database was kept for %1.</source>
        <translation>No se conservó ninguna base de datos para %1.</translation>
    </message>
    <message>
        <source>Another database than %1 would come back.</source>
        <translation>Volvería otra base de datos que no es %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look again which one is kept.</source>
        <translation>No se ha cambiado nada. Mire otra vez cuál está guardada.</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>%1 is not the set it was.</source>
        <translation>%1 ya no es la copia que era.</translation>
    </message>
    <message>
        <source>%1 was pinned meanwhile.</source>
        <translation>%1 se fijó mientras tanto.</translation>
    </message>
    <message>
        <source>The state of %1 changed meanwhile.</source>
        <translation>El estado de %1 cambió mientras tanto.</translation>
    </message>
    <message>
        <source>The decision would delete every verified set.</source>
        <translation>La decisión borraría todas las copias verificadas.</translation>
    </message>
    <message>
        <source>deleting %1</source>
        <translation>borrando %1</translation>
    </message>
    <message>
        <source>At least one set must be kept; the rules say none.</source>
        <translation>Hay que conservar al menos una copia; las reglas no dicen ninguna.</translation>
    </message>
    <message>
        <source>The newest backup run did not succeed.</source>
        <translation>La ejecución más reciente de la copia no tuvo éxito.</translation>
    </message>
    <message>
        <source>The newest set has not been verified.</source>
        <translation>La copia más reciente no se ha verificado.</translation>
    </message>
    <message>
        <source>One of the newest sets is damaged.</source>
        <translation>Una de las copias más recientes está dañada.</translation>
    </message>
    <message>
        <source>The clock stands before the newest run; it cannot be believed.</source>
        <translation>El reloj está antes de la ejecución más reciente; no se le puede creer.</translation>
    </message>
    <message>
        <source>The newest set of its day.</source>
        <translation>La copia más reciente de su día.</translation>
    </message>
    <message>
        <source>The newest set of its week.</source>
        <translation>La copia más reciente de su semana.</translation>
    </message>
    <message>
        <source>The newest set of its month.</source>
        <translation>La copia más reciente de su mes.</translation>
    </message>
    <message>
        <source>The newest set of its year.</source>
        <translation>La copia más reciente de su año.</translation>
    </message>
    <message>
        <source>A person pinned it.</source>
        <translation>La fijó una persona.</translation>
    </message>
    <message>
        <source>Its evidence cannot be read; it may be pinned.</source>
        <translation>Su evidencia no se puede leer; quizá esté fijada.</translation>
    </message>
    <message>
        <source>It is being used now.</source>
        <translation>Se está usando ahora.</translation>
    </message>
    <message>
        <source>It is younger than the minimum age.</source>
        <translation>Es más joven que la edad mínima.</translation>
    </message>
    <message>
        <source>Its manifest cannot be read.</source>
        <translation>Su manifiesto no se puede leer.</translation>
    </message>
    <message>
        <source>It is damaged; a person decides about it.</source>
        <translation>Está dañada; decide una persona.</translation>
    </message>
    <message>
        <source>It has not been verified.</source>
        <translation>No se ha verificado.</translation>
    </message>
    <message>
        <source>No rule keeps it, but nothing is deleted now.</source>
        <translation>Ninguna regla la conserva, pero ahora no se borra nada.</translation>
    </message>
    <message numerus="yes">
        <source>It is older than the newest %n verified set(s), and no other rule keeps it.</source>
        <translation>
            <numerusform>Es más antigua que la última copia verificada, y ninguna otra regla la conserva.</numerusform>
            <numerusform>Es más antigua que las últimas %n copias verificadas, y ninguna otra regla la conserva.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of the newest verified sets.</source>
        <translation>Una de las últimas copias verificadas.</translation>
    </message>
    <message>
        <source>The newest set that was restored in a test.</source>
        <translation>La copia más reciente que se restauró en un test.</translation>
    </message>
    <message>
        <source>The newest restore test did not succeed.</source>
        <translation>El test de restauración más reciente no tuvo éxito.</translation>
    </message>
</context>
<context>
    <name>RetentionCommand</name>
    <message>
        <source>show which backups are kept and deleted, and why</source>
        <translation>mostrar qué copias se conservan y se borran, y por qué</translation>
    </message>
    <message>
        <source>Nothing is deleted without --apply.</source>
        <translation>No se borra nada sin --apply.</translation>
    </message>
    <message>
        <source>delete what is shown</source>
        <translation>borrar lo que se muestra</translation>
    </message>
    <message>
        <source>the database&apos;s name, to confirm without a terminal</source>
        <translation>el nombre de la base de datos, para confirmar sin terminal</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>conservar</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>borrar</translation>
    </message>
    <message>
        <source>not considered</source>
        <translation>no considerada</translation>
    </message>
    <message>
        <source>There is no set yet.</source>
        <translation>Aún no hay ninguna copia.</translation>
    </message>
    <message>
        <source>Nothing is deleted: %1</source>
        <translation>No se borra nada: %1</translation>
    </message>
    <message>
        <source>These backups of the database %1 will be deleted: %2</source>
        <translation>Se borrarán estas copias de la base de datos %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Deleted: %n set(s), %1 freed</source>
        <translation>
            <numerusform>Borrada: %n copia, %1 liberados</numerusform>
            <numerusform>Borradas: %n copias, %1 liberados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionService</name>
    <message>
        <source>Deleting what retention does not keep</source>
        <translation>Borrando lo que la retención no conserva</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>Borrando %1</translation>
    </message>
    <message>
        <source>Other sets would be deleted than those that were shown; none was.</source>
        <translation>Se borrarían copias distintas de las que se mostraron; no se borró ninguna.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Mire la lista otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) that would be kept are damaged, so nothing was deleted.</source>
        <translation>
            <numerusform>%n copia que se conservaría está dañada, así que no se borró nada.</numerusform>
            <numerusform>%n copias que se conservarían están dañadas, así que no se borró nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the disk that holds them, and make a new backup.</source>
        <translation>Revise el disco que las guarda y haga una copia nueva.</translation>
    </message>
</context>
<context>
    <name>RightsReport</name>
    <message>
        <source>schema %1: no USAGE</source>
        <translation>esquema %1: sin USAGE</translation>
    </message>
    <message>
        <source>tables without SELECT: %1</source>
        <translation>tablas sin SELECT: %1</translation>
    </message>
    <message>
        <source>sequences without SELECT: %1</source>
        <translation>secuencias sin SELECT: %1</translation>
    </message>
    <message>
        <source>tables whose row security hides rows: %1</source>
        <translation>tablas cuya seguridad por filas oculta filas: %1</translation>
    </message>
    <message>
        <source>large objects not readable: %1</source>
        <translation>objetos grandes no legibles: %1</translation>
    </message>
    <message>
        <source>The role %1 may not read everything in this database.</source>
        <translation>El rol %1 no puede leer todo en esta base de datos.</translation>
    </message>
    <message>
        <source>Grant it pg_read_all_data and BYPASSRLS, make it the owner of the large objects, or back up as a superuser. A part of the data is no backup.</source>
        <translation>Concédale pg_read_all_data y BYPASSRLS, hágalo dueño de los objetos grandes, o haga la copia como superusuario. Una parte de los datos no es una copia.</translation>
    </message>
    <message>
        <source>The role %1 may not read the passwords of roles, so the backup is without them: after a disaster each must be set anew. With role_passwords = false this is no warning.</source>
        <translation>El rol %1 no puede leer las contraseñas de los roles, por lo que la copia no las contiene: después de un desastre habrá que establecer cada una de nuevo. Con role_passwords = false esto no es una advertencia.</translation>
    </message>
</context>
<context>
    <name>RunScope</name>
    <message>
        <source>Run %1: %2 of profile %3 by %4</source>
        <translation>Ejecución %1: %2 del perfil %3 por %4</translation>
    </message>
    <message>
        <source>Ended: %1 after %2</source>
        <translation>Terminó: %1 tras %2</translation>
    </message>
    <message>
        <source>The result of this run could not be stored: %1</source>
        <translation>El resultado de esta ejecución no se pudo guardar: %1</translation>
    </message>
    <message>
        <source>%1 is another profile now.</source>
        <translation>%1 es ahora otro perfil.</translation>
    </message>
    <message>
        <source>The catalog was damaged and is made anew; the old file is now %1.</source>
        <translation>El catálogo estaba dañado y se rehace; el archivo anterior ahora es %1.</translation>
    </message>
    <message>
        <source>%1 was told by %2.</source>
        <translation>Se avisó a %1 por %2.</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The server of the sandbox does not get ready.</source>
        <translation>El servidor del entorno aislado no llega a estar listo.</translation>
    </message>
    <message>
        <source>The server of the sandbox has ended.</source>
        <translation>El servidor del entorno aislado ha terminado.</translation>
    </message>
    <message>
        <source>Look at its log in the details; memory that ran out is a common cause.</source>
        <translation>Consulte su registro en los detalles; una causa frecuente es que se haya agotado la memoria.</translation>
    </message>
    <message>
        <source>The sandbox has been stopped.</source>
        <translation>El entorno aislado se ha detenido.</translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root, and there is no user for the sandbox (tried: %1).</source>
        <translation>PostgreSQL no se ejecuta como root, y no hay ningún usuario para el entorno aislado (probados: %1).</translation>
    </message>
    <message>
        <source>Create the system user &quot;postgres&quot;, or run this as an ordinary user.</source>
        <translation>Cree el usuario del sistema &quot;postgres&quot;, o ejecute esto como un usuario normal.</translation>
    </message>
    <message>
        <source>There is no PostgreSQL server in %1, so no sandbox can be started.</source>
        <translation>No hay ningún servidor PostgreSQL en %1, por lo que no se puede iniciar ningún entorno aislado.</translation>
    </message>
    <message>
        <source>Install the server package of that version; it need not run.</source>
        <translation>Instale el paquete del servidor de esa versión; no es necesario que esté en marcha.</translation>
    </message>
    <message>
        <source>The sandbox has no network and sees nothing of this machine but programs.</source>
        <translation>El entorno aislado no tiene red y no ve nada de esta máquina salvo los programas.</translation>
    </message>
    <message>
        <source>A sandbox cannot be closed off on this machine, so nothing was started.</source>
        <translation>En esta máquina no se puede cerrar un entorno aislado, por lo que no se inició nada.</translation>
    </message>
    <message>
        <source>Install bubblewrap and allow user namespaces, or test on a scratch server.</source>
        <translation>Instale bubblewrap y permita los espacios de nombres de usuario, o haga el test en un servidor de prueba.</translation>
    </message>
    <message>
        <source>The sandbox is kept apart only by its user %1: it has the network and can read what everybody can read.</source>
        <translation>El entorno aislado solo está separado por su usuario %1: tiene acceso a la red y puede leer lo que todos pueden leer.</translation>
    </message>
    <message>
        <source>The folder for sandboxes %1 does not exist.</source>
        <translation>La carpeta para entornos aislados %1 no existe.</translation>
    </message>
    <message>
        <source>The folder for sandboxes has too long a path for a socket: %1</source>
        <translation>La carpeta para entornos aislados tiene una ruta demasiado larga para un socket: %1</translation>
    </message>
    <message>
        <source>Choose a shorter one, such as /run or /tmp.</source>
        <translation>Elija una más corta, como /run o /tmp.</translation>
    </message>
    <message>
        <source>The folder for sandboxes must not have a comma in its path: %1</source>
        <translation>La carpeta para entornos aislados no debe tener una coma en su ruta: %1</translation>
    </message>
    <message>
        <source>The user %1, who runs the sandbox, cannot enter the folder %2.</source>
        <translation>El usuario %1, que ejecuta el entorno aislado, no puede entrar en la carpeta %2.</translation>
    </message>
    <message>
        <source>Choose a folder that every user may enter, such as /run or /tmp.</source>
        <translation>Elija una carpeta en la que todos los usuarios puedan entrar, como /run o /tmp.</translation>
    </message>
    <message>
        <source>Cannot look at %1</source>
        <translation>No se puede examinar %1</translation>
    </message>
    <message>
        <source>A sandbox needs %1 in %2, and only %3 are free.</source>
        <translation>Un entorno aislado necesita %1 en %2, y solo hay %3 libres.</translation>
    </message>
    <message>
        <source>Free space there, choose another folder, or test on a server.</source>
        <translation>Libere espacio allí, elija otra carpeta, o haga el test en un servidor.</translation>
    </message>
    <message>
        <source>Cannot give the sandbox to its user</source>
        <translation>No se puede entregar el entorno aislado a su usuario</translation>
    </message>
    <message>
        <source>Cannot read a file of the sandbox</source>
        <translation>No se puede leer un fichero del entorno aislado</translation>
    </message>
    <message>
        <source>The locale %1 is unknown on this machine, so no database with it can be made.</source>
        <translation>La configuración regional %1 es desconocida en esta máquina, por lo que no se puede crear ninguna base de datos con ella.</translation>
    </message>
    <message>
        <source>Install the package &quot;locales&quot;; names of other systems cannot be built at all.</source>
        <translation>Instale el paquete &quot;locales&quot;; los nombres de otros sistemas no se pueden generar de ningún modo.</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>The clocks skip %1 on that day; it runs at the change.</source>
        <translation>Ese día los relojes se saltan las %1; se ejecuta en el momento del cambio.</translation>
    </message>
    <message>
        <source>The clocks show %1 twice on that day; it runs the first time.</source>
        <translation>Ese día los relojes marcan las %1 dos veces; se ejecuta la primera.</translation>
    </message>
    <message>
        <source>Install it as systemd units, or choose another path.</source>
        <translation>Instálelo como unidades de systemd o elija otra ruta.</translation>
    </message>
    <message>
        <source>cron ends a command at a percent sign: %1</source>
        <translation>cron corta una orden en el signo de porcentaje: %1</translation>
    </message>
    <message>
        <source>The command is too long for cron: %1</source>
        <translation>La orden es demasiado larga para cron: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no mail address for cron.</source>
        <translation>«%1» no es una dirección de correo para cron.</translation>
    </message>
    <message>
        <source>%1 holds lines that this program did not write; it is left alone.</source>
        <translation>%1 contiene líneas que este programa no escribió; no se toca.</translation>
    </message>
    <message>
        <source>Move those lines to another file in that folder, and try again.</source>
        <translation>Mueva esas líneas a otro archivo de esa carpeta y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Cannot read %1.</source>
        <translation>No se puede leer %1.</translation>
    </message>
    <message>
        <source>Only a profile that is stored in a file can be scheduled.</source>
        <translation>Solo se puede programar un perfil guardado en un archivo.</translation>
    </message>
    <message>
        <source>A scheduler cannot be told this path: %1.</source>
        <translation>No se puede indicar esta ruta a un programador de tareas: %1.</translation>
    </message>
    <message>
        <source>Use an absolute path without line ends.</source>
        <translation>Use una ruta absoluta sin saltos de línea.</translation>
    </message>
</context>
<context>
    <name>ScheduleCommands</name>
    <message>
        <source>let cron or systemd start the profile&apos;s backups; --dry-run shows the files</source>
        <translation>hace que cron o systemd inicien las copias del perfil; --dry-run muestra los archivos</translation>
    </message>
    <message>
        <source>As root: /etc/cron.d/masclet-backup, or a timer of the machine. As another user: a timer of that user&apos;s systemd. Each start sees whether a backup is due, by the profile&apos;s zone. What another scheduler had for this profile is taken away; lines and units that this program did not write are left alone.</source>
        <translation>Como root: /etc/cron.d/masclet-backup o un temporizador de la máquina. Como otro usuario: un temporizador del systemd de ese usuario. Cada arranque mira si toca una copia, según la zona horaria del perfil. Lo que otro programador de tareas tenía para este perfil se quita; las líneas y unidades que este programa no escribió no se tocan.</translation>
    </message>
    <message>
        <source>without it: systemd where it runs the machine, else cron</source>
        <translation>sin ella: systemd si es el que lleva la máquina, si no cron</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>DIRECCIÓN</translation>
    </message>
    <message>
        <source>who gets by mail what runs of cron say; without it: who installs it</source>
        <translation>quién recibe por correo lo que dicen las ejecuciones de cron; sin ella: quien lo instala</translation>
    </message>
    <message>
        <source>--as is cron or systemd.</source>
        <translation>--as es cron o systemd.</translation>
    </message>
    <message>
        <source>What runs another system is not known here: give --as.</source>
        <translation>Aquí no se sabe qué lleva el otro sistema: indique --as.</translation>
    </message>
    <message>
        <source>Only cron sends mail: --mail-to needs --as cron.</source>
        <translation>Solo cron envía correo: --mail-to necesita --as cron.</translation>
    </message>
    <message>
        <source>make a backup now as the scheduler would, and list what it finds</source>
        <translation>hace ahora una copia como la haría el programador de tareas y enumera lo que encuentra</translation>
    </message>
    <message>
        <source>take away what starts the profile&apos;s backups; --dry-run shows the files</source>
        <translation>quita lo que inicia las copias del perfil; --dry-run muestra los archivos</translation>
    </message>
    <message>
        <source>Only what &quot;schedule install&quot; wrote. Backups and the profile stay.</source>
        <translation>Solo lo que escribió «schedule install». Las copias y el perfil se quedan.</translation>
    </message>
    <message>
        <source>There is nothing to take away.</source>
        <translation>No hay nada que quitar.</translation>
    </message>
    <message>
        <source>show what starts backups here, and when the next ones are due</source>
        <translation>muestra qué inicia las copias aquí y cuándo tocan las próximas</translation>
    </message>
    <message>
        <source>Looks at the files of cron and systemd and asks systemd. Ends with 3 when backups may not start by themselves, or not at the profile&apos;s times.</source>
        <translation>Mira los archivos de cron y systemd y pregunta a systemd. Acaba con 3 cuando puede que las copias no se inicien solas, o no a las horas del perfil.</translation>
    </message>
    <message>
        <source>Installed: %1, %2</source>
        <translation>Instalado: %1, %2</translation>
    </message>
    <message>
        <source>Last scheduled run: %1, exit code %2</source>
        <translation>Última ejecución programada: %1, código de salida %2</translation>
    </message>
    <message>
        <source>A backup is due now.</source>
        <translation>Ahora toca una copia.</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima ejecución</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Orden: %1</translation>
    </message>
    <message>
        <source>Taken away: %1</source>
        <translation>Se quita: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Se cambia: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nuevo: %1</translation>
    </message>
    <message>
        <source>of another system, such as an image, below this folder</source>
        <translation>de otro sistema, como una imagen, debajo de esta carpeta</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed.</source>
        <translation>Simulacro: no se cambió nada.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>throw the backup away: no set, no run in the history</source>
        <translation>desechar la copia: ni copia ni ejecución en el historial</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>CUENTA</translation>
    </message>
    <message>
        <source>whose backups these are, by root: they run as that user, with its files</source>
        <translation>de quién son estas copias, por root: se ejecutan como ese usuario, con sus archivos</translation>
    </message>
    <message>
        <source>Users of another system are not known here: --user or --root.</source>
        <translation>Aquí no se conocen los usuarios de otro sistema: --user o --root.</translation>
    </message>
    <message>
        <source>Runs this program with the environment of cron and nothing else: no terminal, no session and its keychain, a short PATH, / as working folder. Where systemd runs and has its unit, systemd starts it behind all that the unit closes off. The backup is a real one, with restore test and retention as at night; with --no-store it is made the same way and thrown away, and with --dry-run only what it needs is tried. Run it as the user whose schedule it is. Ends with the exit code of what failed.</source>
        <translation>Ejecuta este programa con el entorno de cron y nada más: sin terminal, sin sesión ni su llavero, con un PATH corto y / como carpeta de trabajo. Donde systemd funciona y tiene su unidad, lo inicia systemd detrás de todo lo que la unidad cierra. La copia es de verdad, con test de restauración y retención como de noche; con --no-store se hace igual y se desecha, y con --dry-run solo se prueba lo que necesita. Ejecútelo con el usuario de la planificación. Termina con el código de salida de lo que falló.</translation>
    </message>
</context>
<context>
    <name>ScheduleProof</name>
    <message>
        <source>Scheduler</source>
        <translation>Programador de tareas</translation>
    </message>
    <message>
        <source>Nothing starts backups by itself.</source>
        <translation>Nada inicia las copias por sí solo.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup schedule install&quot; sets it up.</source>
        <translation>«masclet-backup schedule install» lo prepara.</translation>
    </message>
    <message>
        <source>Root installed this schedule: %1</source>
        <translation>Esta planificación la instaló root: %1</translation>
    </message>
    <message>
        <source>Run this as root, whose rights and files count at night.</source>
        <translation>Ejecute esto como root: por la noche cuentan sus permisos y archivos.</translation>
    </message>
    <message>
        <source>The timer of %1 is switched off.</source>
        <translation>El temporizador de %1 está apagado.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup schedule install&quot; switches it on.</source>
        <translation>«masclet-backup schedule install» lo enciende.</translation>
    </message>
    <message>
        <source>%1; what the unit closes off was not tried.</source>
        <translation>%1; no se probó lo que la unidad cierra.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>%1, as on this machine.</source>
        <translation>%1, como en esta máquina.</translation>
    </message>
    <message>
        <source>%1; this machine has %2, and due is what the first says.</source>
        <translation>%1; esta máquina tiene %2, y cuándo toca lo dice la primera.</translation>
    </message>
    <message>
        <source>Trying what a scheduled backup needs</source>
        <translation>Probando lo que necesita una copia programada</translation>
    </message>
    <message>
        <source>Making a backup as a scheduler does</source>
        <translation>Haciendo una copia como un programador de tareas</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>%1 was made.</source>
        <translation>%1 se hizo.</translation>
    </message>
    <message>
        <source>%1 was made, with warnings.</source>
        <translation>%1 se hizo, con avisos.</translation>
    </message>
    <message>
        <source>The program said more than expected.</source>
        <translation>El programa dijo más de lo esperado.</translation>
    </message>
    <message>
        <source>%1 rows were dumped (%2, packed %3) and thrown away. Restore test and retention were not tried.</source>
        <translation>Se volcaron %1 filas (%2, comprimidas %3) y se desecharon. El test de restauración y la retención no se probaron.</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, como %2</translation>
    </message>
    <message>
        <source>It goes by the systemd credential, which was not there to be tried.</source>
        <translation>Depende de la credencial de systemd, que aquí no se pudo probar.</translation>
    </message>
    <message>
        <source>%1; everything was tried behind what the unit closes off.</source>
        <translation>%1; todo se probó detrás de lo que cierra la unidad.</translation>
    </message>
</context>
<context>
    <name>ScheduleService</name>
    <message>
        <source>Nothing starts backups by itself.</source>
        <translation>Nada inicia las copias por sí solo.</translation>
    </message>
    <message>
        <source>The timer of %1 is switched off.</source>
        <translation>El temporizador de %1 está apagado.</translation>
    </message>
    <message>
        <source>cron does not run here.</source>
        <translation>cron no está en marcha aquí.</translation>
    </message>
    <message>
        <source>systemd does not run this machine.</source>
        <translation>systemd no lleva esta máquina.</translation>
    </message>
    <message>
        <source>%1 was not written for this profile by this program; it is left alone.</source>
        <translation>%1 no lo escribió este programa para este perfil; no se toca.</translation>
    </message>
    <message>
        <source>Move that unit away, or rename the profile.</source>
        <translation>Aparte esa unidad o cambie el nombre del perfil.</translation>
    </message>
    <message>
        <source>There is no folder %1: no cron is installed.</source>
        <translation>No existe la carpeta %1: no hay ningún cron instalado.</translation>
    </message>
    <message>
        <source>Install the package cron, or choose systemd.</source>
        <translation>Instale el paquete cron o elija systemd.</translation>
    </message>
    <message>
        <source>cron does not run here, so nothing starts by itself yet.</source>
        <translation>cron no está en marcha aquí, así que todavía nada se inicia solo.</translation>
    </message>
    <message>
        <source>Use --as cron, as root.</source>
        <translation>Use --as cron, como root.</translation>
    </message>
    <message>
        <source>These backups run only while %1 is logged in, unless root allows more: loginctl enable-linger %1</source>
        <translation>Estas copias solo se hacen mientras %1 tenga la sesión abierta, salvo que root permita más: loginctl enable-linger %1</translation>
    </message>
    <message>
        <source>It was called so: %1</source>
        <translation>Se llamó así: %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
    <message>
        <source>Only root can let cron or the machine&apos;s systemd start backups.</source>
        <translation>Solo root puede hacer que cron o el systemd de la máquina inicien copias.</translation>
    </message>
    <message>
        <source>Run this as root, or let your own systemd start them: --as systemd</source>
        <translation>Ejecute esto como root, o deje que las inicie su propio systemd: --as systemd</translation>
    </message>
    <message>
        <source>Root installed this schedule: %1</source>
        <translation>Esta planificación la instaló root: %1</translation>
    </message>
    <message>
        <source>Run this as root.</source>
        <translation>Ejecute esto como root.</translation>
    </message>
    <message>
        <source>systemd does not accept the units; nothing was changed.</source>
        <translation>systemd no acepta las unidades; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 may not use all that a backup needs: %2</source>
        <translation>%1 no puede usar todo lo que una copia necesita: %2</translation>
    </message>
    <message>
        <source>Give it the repository and the pass file (chown -R %1), and let it read the profile, which stays root&apos;s (chgrp %1 and chmod 640).</source>
        <translation>Déle el repositorio y el archivo de contraseñas (chown -R %1) y déjele leer el perfil, que sigue siendo de root (chgrp %1 y chmod 640).</translation>
    </message>
    <message>
        <source>Only root can install backups for somebody else.</source>
        <translation>Solo root puede instalar copias para otra persona.</translation>
    </message>
    <message>
        <source>%1 has other times than the profile now, or not the rights for what it needs: install the schedule again.</source>
        <translation>%1 tiene otras horas que el perfil ahora, o no los permisos que este necesita: vuelva a instalar la programación.</translation>
    </message>
    <message>
        <source>The last start of %1 failed (%2): &quot;journalctl %3-u %1&quot; tells why.</source>
        <translation>El último arranque de %1 falló (%2): «journalctl %3-u %1» dice por qué.</translation>
    </message>
    <message>
        <source>systemd could not decrypt one of its credentials; &quot;masclet-backup schedule prove&quot; tells which.</source>
        <translation>systemd no pudo descifrar una de sus credenciales; «masclet-backup schedule prove» dice cuál.</translation>
    </message>
</context>
<context>
    <name>Scratch</name>
    <message>
        <source>The scratch database needs encoding %1 and locale %2, as the source has them, and a role that may create databases. Install the locale there or test in a sandbox.</source>
        <translation>La base de prueba necesita la codificación %1 y el locale %2, como el origen, y un rol que pueda crear bases de datos. Instale ahí el locale o pruebe en un entorno aislado.</translation>
    </message>
    <message>
        <source>The database &quot;%1&quot; is not a scratch database of this repository and is left alone.</source>
        <translation>La base de datos &quot;%1&quot; no es una base de prueba de este repositorio y se deja como está.</translation>
    </message>
</context>
<context>
    <name>SecretCommands</name>
    <message>
        <source>The store &quot;%1&quot; cannot be written by this program.</source>
        <translation>Este programa no puede escribir el almacén &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>Contraseña de %1: </translation>
    </message>
    <message>
        <source>No password was given; nothing was stored.</source>
        <translation>No se dio ninguna contraseña; no se guardó nada.</translation>
    </message>
    <message>
        <source>Proven: the server accepts it.</source>
        <translation>Probada: el servidor la acepta.</translation>
    </message>
    <message>
        <source>Warning: not proven, the server was not reached. %1</source>
        <translation>Aviso: sin probar, no se llegó al servidor. %1</translation>
    </message>
    <message>
        <source>Password from: %1</source>
        <translation>Contraseña de: %1</translation>
    </message>
    <message>
        <source>using the password from %1</source>
        <translation>usando la contraseña de %1</translation>
    </message>
    <message>
        <source>take the password out of its store</source>
        <translation>quitar la contraseña de su almacén</translation>
    </message>
    <message>
        <source>passfile (the standard), which scheduled runs read, or keychain, that of your session</source>
        <translation>passfile (lo habitual), que leen las ejecuciones programadas, o keychain, el llavero de su sesión</translation>
    </message>
    <message>
        <source>the secret key of encrypted backups instead</source>
        <translation>la clave secreta de las copias cifradas en su lugar</translation>
    </message>
    <message>
        <source>Use --store passfile or --store keychain, or put the password there with its own tools.</source>
        <translation>Use --store passfile o --store keychain, o ponga allí la contraseña con sus propias herramientas.</translation>
    </message>
    <message>
        <source>keep the password where backups find it</source>
        <translation>guardar la contraseña donde las copias la encuentran</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>the secret key in this file instead of a password</source>
        <translation>la clave secreta de este archivo en lugar de una contraseña</translation>
    </message>
    <message>
        <source>Dry run: would be stored in %1</source>
        <translation>Simulación: se guardaría en %1</translation>
    </message>
    <message>
        <source>Stored in %1</source>
        <translation>Guardado en %1</translation>
    </message>
    <message>
        <source>find the password as a backup would, and connect</source>
        <translation>buscar la contraseña como lo haría una copia, y conectar</translation>
    </message>
    <message>
        <source>There is no password for this profile in %1.</source>
        <translation>No hay contraseña para este perfil en %1.</translation>
    </message>
    <message>
        <source>Dry run: would be removed from %1</source>
        <translation>Simulación: se quitaría de %1</translation>
    </message>
    <message>
        <source>Removed from %1</source>
        <translation>Quitado de %1</translation>
    </message>
    <message>
        <source>Public key: %1</source>
        <translation>Clave pública: %1</translation>
    </message>
    <message>
        <source>Warning: the profile encrypts to other keys, which this one does not open: %1</source>
        <translation>Aviso: el perfil cifra para otras claves, que esta no abre: %1</translation>
    </message>
    <message>
        <source>A secret key is put into the keychain only.</source>
        <translation>Una clave secreta solo se pone en el llavero.</translation>
    </message>
    <message>
        <source>Give --store keychain as well. A file with the key is named by the profile&apos;s option: masclet-backup profile set --identity FILE</source>
        <translation>Indique también --store keychain. Un archivo con la clave se nombra con la opción del perfil: masclet-backup profile set --identity ARCHIVO</translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation>el llavero del sistema</translation>
    </message>
    <message>
        <source>There is no secret key for the profile %1 here.</source>
        <translation>Aquí no hay clave secreta para el perfil %1.</translation>
    </message>
    <message>
        <source>Put it into the keychain: masclet-backup secret set --store keychain --key-file FILE</source>
        <translation>Póngala en el llavero: masclet-backup secret set --store keychain --key-file ARCHIVO</translation>
    </message>
    <message>
        <source>Secret key from: %1</source>
        <translation>Clave secreta de: %1</translation>
    </message>
    <message>
        <source>A secret key is removed from the keychain only.</source>
        <translation>Una clave secreta solo se quita del llavero.</translation>
    </message>
    <message>
        <source>Give --store keychain as well.</source>
        <translation>Indique también --store keychain.</translation>
    </message>
    <message>
        <source>The keychain holds no secret key for this profile.</source>
        <translation>El llavero no contiene clave secreta para este perfil.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>afterwards make a backup as the scheduler would, with what it finds; nothing is kept</source>
        <translation>después, hacer una copia como la haría el programador, con lo que encuentre; no se guarda nada</translation>
    </message>
    <message>
        <source>No scheduler can open the keychain, so --prove cannot prove it.</source>
        <translation>Ningún programador puede abrir el llavero, así que --prove no puede probarlo.</translation>
    </message>
    <message>
        <source>Use --store passfile.</source>
        <translation>Use --store passfile.</translation>
    </message>
    <message>
        <source>--mail and --%1 are for different secrets: give one of them.</source>
        <translation>--mail y --%1 son para secretos distintos: indique uno de los dos.</translation>
    </message>
    <message>
        <source>The mail server&apos;s password is kept in the keychain only.</source>
        <translation>La contraseña del servidor de correo se guarda solo en el llavero.</translation>
    </message>
    <message>
        <source>Give --store keychain as well. For scheduled runs a file with the password is named by the profile&apos;s option: masclet-backup profile set --mail-password-file FILE</source>
        <translation>Indique también --store keychain. Para las ejecuciones programadas, la opción del perfil nombra un archivo con la contraseña: masclet-backup profile set --mail-password-file ARCHIVO</translation>
    </message>
    <message>
        <source>The profile names no user at the mail server (mail_user), so no password is asked for.</source>
        <translation>El perfil no nombra a ningún usuario del servidor de correo (mail_user), así que no se pide contraseña.</translation>
    </message>
    <message>
        <source>The profile takes the mail server&apos;s password from the file %1.</source>
        <translation>El perfil toma la contraseña del servidor de correo del archivo %1.</translation>
    </message>
    <message>
        <source>Password of %1 at the mail server: </source>
        <translation>Contraseña de %1 en el servidor de correo: </translation>
    </message>
    <message>
        <source>Messages that you send find it there: masclet-backup alarm test. Scheduled runs cannot open the keychain: they need a file (mail_password_file) or the systemd credential %1.</source>
        <translation>La encuentran los mensajes que envíe usted: masclet-backup alarm test. Las ejecuciones programadas no pueden abrir el llavero: necesitan un archivo (mail_password_file) o la credencial de systemd %1.</translation>
    </message>
    <message>
        <source>Whether the mail server accepts it shows a message: masclet-backup alarm test</source>
        <translation>Si el servidor de correo la acepta lo muestra un mensaje: masclet-backup alarm test</translation>
    </message>
    <message>
        <source>the password of the mail server instead</source>
        <translation>en su lugar, la contraseña del servidor de correo</translation>
    </message>
    <message>
        <source>Asks for it without echo, or reads it from standard input, and proves it. With --key-file it puts the secret key of encrypted backups into the keychain, where restore tests of this session find it, with --mail the password of the mail server, which messages that you send find. A pass file holds it as it is: whoever can read that file knows the password. With --prove a backup is made as the scheduler would, and thrown away.</source>
        <translation>La pide sin mostrarla, o la lee de la entrada estándar, y la comprueba. Con --key-file guarda en el llavero la clave secreta de las copias cifradas, donde la encuentran las pruebas de restauración de esta sesión; con --mail, la contraseña del servidor de correo, que encuentran los mensajes que envíe usted. Un archivo de contraseñas la contiene tal cual: quien pueda leer ese archivo conoce la contraseña. Con --prove se hace una copia como la haría el programador, y se desecha.</translation>
    </message>
</context>
<context>
    <name>SecretSources</name>
    <message>
        <source>the system keychain</source>
        <translation>el llavero del sistema</translation>
    </message>
    <message>
        <source>the systemd credential %1</source>
        <translation>la credencial de systemd %1</translation>
    </message>
    <message>
        <source>the pass file %1</source>
        <translation>el archivo de contraseñas %1</translation>
    </message>
    <message>
        <source>the variable %1</source>
        <translation>la variable %1</translation>
    </message>
    <message>
        <source>the file that %1 names</source>
        <translation>el archivo que nombra %1</translation>
    </message>
    <message>
        <source>The profile %1 takes its password from &quot;%2&quot;, which holds none for it.</source>
        <translation>El perfil %1 toma su contraseña de &quot;%2&quot;, que no tiene ninguna para él.</translation>
    </message>
    <message>
        <source>no store (none of them holds a password for this profile)</source>
        <translation>ningún almacén (ninguno tiene una contraseña para este perfil)</translation>
    </message>
    <message>
        <source>The file with %1, %2, is missing.</source>
        <translation>Falta el archivo con %1, %2.</translation>
    </message>
    <message>
        <source>Others may read the file %1.</source>
        <translation>Otros pueden leer el archivo %1.</translation>
    </message>
    <message>
        <source>chmod 600 %1</source>
        <translation>chmod 600 %1</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>la contraseña</translation>
    </message>
    <message>
        <source>The keychain is locked, or holds no password for the profile %1.</source>
        <translation>El llavero está bloqueado o no contiene contraseña para el perfil %1.</translation>
    </message>
    <message>
        <source>Unlock it, or store the password: masclet-backup secret set --store keychain --profile %1</source>
        <translation>Desbloquéelo o guarde la contraseña: masclet-backup secret set --store keychain --profile %1</translation>
    </message>
    <message>
        <source>This program was built without the system keychain.</source>
        <translation>Este programa se ha compilado sin el llavero del sistema.</translation>
    </message>
    <message>
        <source>Keep the password in a pass file: masclet-backup secret set</source>
        <translation>Guarde la contraseña en un archivo de contraseñas: masclet-backup secret set</translation>
    </message>
    <message>
        <source>what was typed just now</source>
        <translation>lo que se acaba de escribir</translation>
    </message>
    <message>
        <source>Store it with: %1</source>
        <translation>Guárdela con: %1</translation>
    </message>
    <message>
        <source>%1; the keychain was not asked: %2</source>
        <translation>%1; al llavero no se le preguntó: %2</translation>
    </message>
    <message>
        <source>The password came from %1. Store the right one with: %2</source>
        <translation>La contraseña vino de %1. Guarde la correcta con: %2</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message numerus="yes">
        <source>The server did not answer within %n second(s).</source>
        <translation>
            <numerusform>El servidor no respondió en %n segundo.</numerusform>
            <numerusform>El servidor no respondió en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check host name, port and the network between this machine and the server.</source>
        <translation>Revise nombre del servidor, puerto y la red entre esta máquina y el servidor.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>Names of databases and users cannot contain a zero byte.</source>
        <translation>Los nombres de bases de datos y usuarios no pueden contener un byte cero.</translation>
    </message>
    <message>
        <source>Not enough memory for a connection.</source>
        <translation>No hay memoria bastante para una conexión.</translation>
    </message>
    <message>
        <source>A statement contains a zero byte.</source>
        <translation>Una sentencia contiene un byte cero.</translation>
    </message>
    <message>
        <source>A statement began a COPY where none was expected.</source>
        <translation>Una sentencia empezó un COPY donde no se esperaba ninguno.</translation>
    </message>
    <message>
        <source>A COPY statement did not begin a COPY.</source>
        <translation>Una sentencia COPY no empezó ningún COPY.</translation>
    </message>
    <message>
        <source>The server did not say how many rows it took in.</source>
        <translation>El servidor no dijo cuántas filas tomó.</translation>
    </message>
    <message>
        <source>The server did not let the user &quot;%1&quot; in.</source>
        <translation>El servidor no dejó entrar al usuario &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Check user name and stored password, and the server&apos;s pg_hba.conf.</source>
        <translation>Revise el usuario y la contraseña guardada, y el pg_hba.conf del servidor.</translation>
    </message>
    <message>
        <source>The server wants a password for the user &quot;%1&quot;, and none is stored.</source>
        <translation>El servidor pide una contraseña para el usuario &quot;%1&quot;, y no hay ninguna guardada.</translation>
    </message>
    <message>
        <source>Store the password, or let the server accept this user without one.</source>
        <translation>Guarde la contraseña, o haga que el servidor acepte a este usuario sin ella.</translation>
    </message>
    <message>
        <source>The server has no database &quot;%1&quot;.</source>
        <translation>El servidor no tiene ninguna base de datos &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Check the database&apos;s name in the profile.</source>
        <translation>Revise el nombre de la base de datos en el perfil.</translation>
    </message>
    <message>
        <source>A connection pooler refused the settings a backup needs.</source>
        <translation>Un pooler de conexiones rechazó los ajustes que necesita una copia.</translation>
    </message>
    <message>
        <source>Use the port of the PostgreSQL server itself, not the pooler&apos;s.</source>
        <translation>Use el puerto del servidor PostgreSQL mismo, no el del pooler.</translation>
    </message>
    <message>
        <source>Cannot connect to the PostgreSQL server.</source>
        <translation>No se puede conectar con el servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>Check that the server runs, and its host name, port and encryption setting.</source>
        <translation>Compruebe que el servidor funciona, y su nombre, puerto y ajuste de cifrado.</translation>
    </message>
    <message>
        <source>The connection to the PostgreSQL server was lost.</source>
        <translation>Se perdió la conexión con el servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log; the server may have been stopped or restarted.</source>
        <translation>Mire el log del servidor; quizá lo pararon o lo reiniciaron.</translation>
    </message>
    <message>
        <source>The exchange with the PostgreSQL server failed.</source>
        <translation>El intercambio con el servidor PostgreSQL falló.</translation>
    </message>
    <message>
        <source>The PostgreSQL server reported: %1</source>
        <translation>El servidor PostgreSQL comunicó: %1</translation>
    </message>
    <message>
        <source>%1 is locked by process %2 of user %3 (%4).</source>
        <translation>%1 está bloqueada por el proceso %2 del usuario %3 (%4).</translation>
    </message>
    <message numerus="yes">
        <source>The host name %1 could not be looked up within %n second(s).</source>
        <translation>
            <numerusform>El nombre de host %1 no se pudo resolver en %n segundo.</numerusform>
            <numerusform>El nombre de host %1 no se pudo resolver en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the name and this machine&apos;s name servers, or give an address.</source>
        <translation>Revise el nombre y los servidores de nombres de esta máquina, o dé una dirección.</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>0 means running, 1 to 3 stopped; anything else is a failure.</source>
        <translation>0 significa en marcha, de 1 a 3 detenido; cualquier otro valor es un fallo.</translation>
    </message>
    <message>
        <source>The service %1 of %2 has no container.</source>
        <translation>El servicio %1 de %2 no tiene contenedor.</translation>
    </message>
    <message>
        <source>Make one with &quot;docker compose create&quot;, or correct the profile.</source>
        <translation>Cree uno con &quot;docker compose create&quot;, o corrija el perfil.</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>No se encontró el programa %1.</translation>
    </message>
    <message>
        <source>Install it, or name its path in the profile.</source>
        <translation>Instálelo, o indique su ruta en el perfil.</translation>
    </message>
    <message>
        <source>%1 cannot be executed.</source>
        <translation>%1 no se puede ejecutar.</translation>
    </message>
    <message>
        <source>Name another program in the profile, or allow it with chmod +x.</source>
        <translation>Indique otro programa en el perfil, o permítalo con chmod +x.</translation>
    </message>
    <message>
        <source>%1 can be changed by other users.</source>
        <translation>Otros usuarios pueden modificar %1.</translation>
    </message>
    <message>
        <source>It must belong to root or to you, and not be writable for everybody.</source>
        <translation>Debe pertenecer a root o a usted, y no permitir la escritura a todos.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido según lo pedido.</translation>
    </message>
    <message>
        <source>%1 did not stop within %2.</source>
        <translation>%1 no se detuvo en %2.</translation>
    </message>
    <message>
        <source>Its time limit is an option of the profile.</source>
        <translation>Su límite de tiempo es una opción del perfil.</translation>
    </message>
    <message>
        <source>%1 was started but is not running after %2.</source>
        <translation>%1 se inició pero no está en marcha después de %2.</translation>
    </message>
    <message>
        <source>Look in its own log. An own command must leave the service detached from itself.</source>
        <translation>Consulte su propio registro. Una orden propia debe dejar el servicio desligado de ella.</translation>
    </message>
    <message>
        <source>The profile has no service %1.</source>
        <translation>El perfil no tiene ningún servicio %1.</translation>
    </message>
    <message>
        <source>Stop %1 (%2)</source>
        <translation>Detener %1 (%2)</translation>
    </message>
    <message>
        <source>Start %1 again (%2)</source>
        <translation>Iniciar de nuevo %1 (%2)</translation>
    </message>
    <message>
        <source>The service %1 (%2) was stopped and is not running again.</source>
        <translation>El servicio %1 (%2) se detuvo y no está de nuevo en marcha.</translation>
    </message>
    <message>
        <source>%1 is neither running nor stopped.</source>
        <translation>%1 no está ni en marcha ni detenido.</translation>
    </message>
    <message>
        <source>Bring it into one of these states first.</source>
        <translation>Póngalo primero en uno de estos estados.</translation>
    </message>
    <message>
        <source>%1 is stopped already and will stay so.</source>
        <translation>%1 ya está detenido y seguirá así.</translation>
    </message>
    <message>
        <source>%1 did not start: %2</source>
        <translation>%1 no se inició: %2</translation>
    </message>
    <message>
        <source>%1 is running again.</source>
        <translation>%1 está de nuevo en marcha.</translation>
    </message>
    <message>
        <source>The service %1 was not stopped: %2</source>
        <translation>El servicio %1 no se detuvo: %2</translation>
    </message>
    <message>
        <source>Leave %1 (%2) stopped as it is</source>
        <translation>Dejar %1 (%2) detenido como está</translation>
    </message>
    <message>
        <source>The systemd unit %1 cannot be used: %2.</source>
        <translation>La unidad de systemd %1 no se puede usar: %2.</translation>
    </message>
    <message>
        <source>Correct its name in the profile, or install it.</source>
        <translation>Corrija su nombre en el perfil, o instálela.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a name that can be used here.</source>
        <translation>&quot;%1&quot; no es un nombre que se pueda usar aquí.</translation>
    </message>
    <message>
        <source>Letters, digits, - _ and . are allowed; a unit ends in .service.</source>
        <translation>Se permiten letras, cifras, - _ y . ; una unidad termina en .service.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing.</source>
        <translation>Falta la clave &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; does not go with %2.</source>
        <translation>La clave &quot;%1&quot; no es compatible con %2.</translation>
    </message>
    <message>
        <source>systemd unit %1</source>
        <translation>unidad de systemd %1</translation>
    </message>
    <message>
        <source>container %1</source>
        <translation>contenedor %1</translation>
    </message>
    <message>
        <source>service %1 of %2</source>
        <translation>servicio %1 de %2</translation>
    </message>
    <message>
        <source>own command %1</source>
        <translation>orden propia %1</translation>
    </message>
</context>
<context>
    <name>SetContent</name>
    <message>
        <source>The dump has %1 rows of %2, the database has %3 in the same snapshot.</source>
        <translation>El volcado tiene %1 filas de %2, la base de datos tiene %3 en la misma instantánea.</translation>
    </message>
    <message>
        <source>The dump was thrown away. Run the backup again; if this repeats, check the table.</source>
        <translation>El volcado se desechó. Haga la copia otra vez; si se repite, revise la tabla.</translation>
    </message>
    <message>
        <source>foreign table: its rows live on another server</source>
        <translation>tabla foránea: sus filas viven en otro servidor</translation>
    </message>
    <message>
        <source>belongs to an extension, which makes it again</source>
        <translation>pertenece a una extensión, que la vuelve a crear</translation>
    </message>
    <message>
        <source>The dump has rows of %1, which the snapshot does not know.</source>
        <translation>El volcado tiene filas de %1, que la instantánea no conoce.</translation>
    </message>
    <message>
        <source>The dump lacks the rows of %1.</source>
        <translation>Al volcado le faltan las filas de %1.</translation>
    </message>
    <message>
        <source>The dump was thrown away. Run the backup again.</source>
        <translation>El volcado se desechó. Haga la copia otra vez.</translation>
    </message>
</context>
<context>
    <name>SetDetails</name>
    <message>
        <source>read back whole</source>
        <translation>releída entera</translation>
    </message>
    <message>
        <source>restored and compared</source>
        <translation>restaurada y comparada</translation>
    </message>
    <message>
        <source>found damaged</source>
        <translation>encontrada dañada</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>unpinned</source>
        <translation>ya no fijada</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n table(s)</source>
        <translation>
            <numerusform>%1 en %n tabla</numerusform>
            <numerusform>%1 en %n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>%1 on %2, port %3</source>
        <translation>%1 en %2, puerto %3</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>%1 stored, %2 raw</source>
        <translation>%1 guardados, %2 sin comprimir</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Restore test</source>
        <translation>Prueba de restauración</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijada</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecha por</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecha con</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>No está en ella</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Código de salida</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>stored bytes read again</source>
        <translation>bytes guardados leídos de nuevo</translation>
    </message>
    <message>
        <source>Load meanwhile</source>
        <translation>Carga durante la copia</translation>
    </message>
</context>
<context>
    <name>SetFile</name>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido, como se pidió.</translation>
    </message>
    <message>
        <source>The tables in the dump are not those that its manifest says.</source>
        <translation>Las tablas del volcado no son las que dice su manifiesto.</translation>
    </message>
    <message>
        <source>The content of the dump is not what its manifest says.</source>
        <translation>El contenido del volcado no es lo que dice su manifiesto.</translation>
    </message>
</context>
<context>
    <name>SetKey</name>
    <message>
        <source>the secret key</source>
        <translation>la clave secreta</translation>
    </message>
    <message>
        <source>%1 is encrypted, and there is no secret key here.</source>
        <translation>%1 está cifrada, y aquí no hay ninguna clave secreta.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>The secret key here (%1) is none of those that open %2.</source>
        <translation>La clave secreta que hay aquí (%1) no es ninguna de las que abren %2.</translation>
    </message>
    <message>
        <source>It was encrypted to: %1</source>
        <translation>Se cifró para: %1</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>el archivo %1</translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation>el llavero del sistema</translation>
    </message>
    <message>
        <source>Give the file with the key (--identity FILE, or the option of the profile), or keep it in the keychain: masclet-backup secret set --store keychain --key-file FILE</source>
        <translation>Indique el archivo con la clave (--identity ARCHIVO, o la opción del perfil), o guárdela en el llavero: masclet-backup secret set --store keychain --key-file ARCHIVO</translation>
    </message>
</context>
<context>
    <name>SetPages</name>
    <message>
        <source>Backup set %1</source>
        <translation>Copia %1</translation>
    </message>
    <message>
        <source>Database %1 on %2, port %3</source>
        <translation>Base de datos %1 en %2, puerto %3</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Sin comprimir</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Rows per table</source>
        <translation>Filas por tabla</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Counted in the database</source>
        <translation>Contadas en la base de datos</translation>
    </message>
    <message>
        <source>Checklist of the day</source>
        <translation>Lista de verificación del día</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Phases of the run that made it</source>
        <translation>Fases de la ejecución que la hizo</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Restore without this program</source>
        <translation>Restaurar sin este programa</translation>
    </message>
    <message>
        <source>These commands load the set into a test database. They need PostgreSQL&apos;s own programs only.</source>
        <translation>Estos comandos cargan la copia en una base de datos de prueba. Solo necesitan los programas propios de PostgreSQL.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
</context>
<context>
    <name>ShowCommand</name>
    <message>
        <source>show one backup: files, rows per table, proofs, what is not in it</source>
        <translation>mostrar una copia: archivos, filas por tabla, pruebas, lo que no está en ella</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>%1 on %2, port %3</source>
        <translation>%1 en %2, puerto %3</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duró</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Sin comprimir</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n table(s)</source>
        <translation>
            <numerusform>%1 en %n tabla</numerusform>
            <numerusform>%1 en %n tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Restore test</source>
        <translation>Test de restauración</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijada</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecha por</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecha con</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Counted in the database</source>
        <translation>Contadas en la base de datos</translation>
    </message>
    <message numerus="yes">
        <source>and %n more table(s); --json lists all</source>
        <translation>
            <numerusform>y %n tabla más; --json las lista todas</numerusform>
            <numerusform>y %n tablas más; --json las lista todas</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>To load it into a test database without this program:</source>
        <translation>Para cargarla en una base de prueba sin este programa:</translation>
    </message>
    <message>
        <source>Not in this backup: %1 (%2)</source>
        <translation>No está en esta copia: %1 (%2)</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Aviso: %1</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>To unpack its files without this program:</source>
        <translation>Para desempaquetar sus ficheros sin este programa:</translation>
    </message>
    <message>
        <source>Remark on %1: %2</source>
        <translation>Observación sobre %1: %2</translation>
    </message>
    <message>
        <source>Before that, on a server without its roles (an error for each that exists is no harm):</source>
        <translation>Antes, en un servidor sin sus roles (un error por cada uno que ya exista no hace daño):</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Última lectura</translation>
    </message>
    <message>
        <source>Load on the server</source>
        <translation>Carga del servidor</translation>
    </message>
</context>
<context>
    <name>Snapshot</name>
    <message>
        <source>reading the facts of the database</source>
        <translation>leyendo los datos de la base de datos</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) were emptied, rewritten or replaced while the dump began (%1). Their rows cannot be trusted.</source>
        <translation>
            <numerusform>%n tabla se vació, se reescribió o se reemplazó mientras empezaba el volcado (%1). Sus filas no son de fiar.</numerusform>
            <numerusform>%n tablas se vaciaron, se reescribieron o se reemplazaron mientras empezaba el volcado (%1). Sus filas no son de fiar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the backup again when no such change is going on.</source>
        <translation>Haga la copia otra vez cuando no haya un cambio así en marcha.</translation>
    </message>
</context>
<context>
    <name>SqlLexer</name>
    <message>
        <source>This is not a plain SQL dump: byte %1 is zero.</source>
        <translation>Esto no es un volcado SQL plano: el byte %1 es cero.</translation>
    </message>
    <message>
        <source>Plain dumps are text in one-byte units. It may be UTF-16 or another format.</source>
        <translation>Los volcados planos son texto en unidades de un byte. Quizá sea UTF-16 u otro formato.</translation>
    </message>
    <message>
        <source>Such text is not written by pg_dump. The file was changed, or is another kind of file.</source>
        <translation>pg_dump no escribe un texto así. El archivo se cambió, o es de otra clase.</translation>
    </message>
    <message>
        <source>Line %1 is not SQL.</source>
        <translation>La línea %1 no es SQL.</translation>
    </message>
    <message>
        <source>The dump begins with a byte order mark.</source>
        <translation>El volcado empieza con una marca de orden de bytes.</translation>
    </message>
    <message>
        <source>A program has converted it on the way (often a redirection in PowerShell). Make the dump again with pg_dump&apos;s own -f option.</source>
        <translation>Un programa lo convirtió por el camino (a menudo una redirección en PowerShell). Haga el volcado otra vez con la opción -f de pg_dump.</translation>
    </message>
    <message>
        <source>Line %1 has an endless dollar quote.</source>
        <translation>La línea %1 tiene una comilla de dólar sin final.</translation>
    </message>
    <message>
        <source>The COPY statement at line %1 cannot be read.</source>
        <translation>La sentencia COPY de la línea %1 no se puede leer.</translation>
    </message>
    <message>
        <source>Text follows the COPY statement on line %1.</source>
        <translation>Hay texto detrás de la sentencia COPY en la línea %1.</translation>
    </message>
</context>
<context>
    <name>StateInventory</name>
    <message>
        <source>The inventory is not one of ours.</source>
        <translation>El inventario no es de este programa.</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventario</translation>
    </message>
</context>
<context>
    <name>StateLook</name>
    <message>
        <source>Protected</source>
        <translation>Protegida</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>No protegida</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>se conserva</translation>
    </message>
    <message>
        <source>will be deleted</source>
        <translation>se borrará</translation>
    </message>
    <message>
        <source>not considered</source>
        <translation>no se considera</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Restore test</source>
        <translation>Prueba de restauración</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restauración</translation>
    </message>
    <message>
        <source>Restore undone</source>
        <translation>Restauración deshecha</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>System state</source>
        <translation>Estado del sistema</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>by schedule</source>
        <translation>programada</translation>
    </message>
    <message>
        <source>Restore of another dump</source>
        <translation>Restauración de otro volcado</translation>
    </message>
    <message>
        <source>Kept database dropped</source>
        <translation>Base guardada eliminada</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>The clock is behind the last run, which ended at %1.</source>
        <translation>El reloj está atrasado respecto a la última ejecución, que terminó el %1.</translation>
    </message>
    <message>
        <source>There is no verified backup yet.</source>
        <translation>Aún no hay ninguna copia verificada.</translation>
    </message>
    <message>
        <source>There is no verified backup.</source>
        <translation>No hay ninguna copia verificada.</translation>
    </message>
    <message>
        <source>The last verified backup, %1, is %2 old.</source>
        <translation>La última copia verificada, %1, es de hace %2.</translation>
    </message>
    <message>
        <source>%1 is verified but not restored yet; the last restore test is %2 old.</source>
        <translation>%1 está verificada pero aún no restaurada; el último test de restauración es de hace %2.</translation>
    </message>
    <message>
        <source>%1 is verified, but no backup was ever restored.</source>
        <translation>%1 está verificada, pero nunca se restauró ninguna copia.</translation>
    </message>
    <message>
        <source>The newest backup, %1, is damaged.</source>
        <translation>La copia más reciente, %1, está dañada.</translation>
    </message>
    <message>
        <source>The newest backup, %1, is not verified.</source>
        <translation>La copia más reciente, %1, no está verificada.</translation>
    </message>
    <message>
        <source>The restore test of %1 failed: %2</source>
        <translation>El test de restauración de %1 falló: %2</translation>
    </message>
    <message>
        <source>The last backup run, %1, failed: %2</source>
        <translation>La última ejecución de la copia, %1, falló: %2</translation>
    </message>
    <message>
        <source>The last backup run, %1, was interrupted.</source>
        <translation>La última ejecución de la copia, %1, se interrumpió.</translation>
    </message>
    <message>
        <source>The last backup run, %1, was stopped.</source>
        <translation>La última ejecución de la copia, %1, se detuvo.</translation>
    </message>
    <message>
        <source>The last backup run, %1, ended with warnings.</source>
        <translation>La última ejecución de la copia, %1, terminó con avisos.</translation>
    </message>
    <message>
        <source>Nothing starts backups by itself.</source>
        <translation>Nada inicia copias por sí solo.</translation>
    </message>
    <message>
        <source>The copy of %1 was restored and compared %2 ago.</source>
        <translation>La copia del %1 se restauró y se comparó hace %2.</translation>
    </message>
    <message>
        <source>The copy of %1 was read back whole %2 ago.</source>
        <translation>La copia del %1 se releyó entera hace %2.</translation>
    </message>
    <message>
        <source>The older backup %1 is damaged.</source>
        <translation>La copia anterior %1 está dañada.</translation>
    </message>
    <message>
        <source>The restore test of %1 failed.</source>
        <translation>Falló el test de restauración de %1.</translation>
    </message>
    <message>
        <source>The last backup run, %1, failed.</source>
        <translation>La última ejecución de copia, %1, falló.</translation>
    </message>
    <message>
        <source>The checklist&apos;s item &quot;%1&quot; failed.</source>
        <translation>Falló la comprobación «%1» de la lista.</translation>
    </message>
    <message>
        <source>Retention deletes nothing until somebody has looked.</source>
        <translation>La retención no borra nada hasta que alguien lo mire.</translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>one line for monitoring; without --profile all profiles</source>
        <translation>una línea para la monitorización; sin --profile todos los perfiles</translation>
    </message>
    <message>
        <source>Exit codes here are those of Nagios: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.</source>
        <translation>Los códigos de salida aquí son los de Nagios: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.</translation>
    </message>
    <message>
        <source>There is no profile yet.</source>
        <translation>Aún no hay ningún perfil.</translation>
    </message>
    <message>
        <source>&quot;masclet-backup init&quot; makes one.</source>
        <translation>&quot;masclet-backup init&quot; crea uno.</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n perfil</numerusform>
            <numerusform>%n perfiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept aside: %1, until %2</source>
        <translation>Apartada: %1, hasta el %2</translation>
    </message>
</context>
<context>
    <name>StatusFile</name>
    <message>
        <source>Cannot write %1</source>
        <translation>No se puede escribir %1</translation>
    </message>
</context>
<context>
    <name>StatusFiles</name>
    <message>
        <source>The repository could not be looked at.</source>
        <translation>No se pudo mirar el repositorio.</translation>
    </message>
    <message>
        <source>The status file could not be written: %1</source>
        <translation>No se pudo escribir el archivo de estado: %1</translation>
    </message>
</context>
<context>
    <name>StoredStream</name>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>The content of the file is not what its manifest says.</source>
        <translation>El contenido del fichero no es el que dice su manifiesto.</translation>
    </message>
    <message>
        <source>The stored bytes of the file are not what its manifest says.</source>
        <translation>Los bytes guardados del fichero no son los que dice su manifiesto.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido según lo pedido.</translation>
    </message>
</context>
<context>
    <name>StrictGunzip</name>
    <message>
        <source>Use another copy of the file.</source>
        <translation>Use otra copia del archivo.</translation>
    </message>
    <message>
        <source>Cannot read the file</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>The decompressor could not be started.</source>
        <translation>No se pudo iniciar el descompresor.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>The file is cut at byte %1.</source>
        <translation>El archivo está cortado en el byte %1.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is not gzip, whatever its name says.</source>
        <translation>El archivo no es gzip, diga lo que diga su nombre.</translation>
    </message>
    <message>
        <source>Something that is not gzip stands behind byte %1.</source>
        <translation>Detrás del byte %1 hay algo que no es gzip.</translation>
    </message>
    <message>
        <source>The compressed data is damaged near byte %1.</source>
        <translation>Los datos comprimidos están dañados cerca del byte %1.</translation>
    </message>
    <message>
        <source>The file grows beyond every measure when it is decompressed.</source>
        <translation>El archivo crece sin medida al descomprimirlo.</translation>
    </message>
</context>
<context>
    <name>TableMatch</name>
    <message>
        <source>The database has no table &quot;%1&quot;.</source>
        <translation>La base de datos no tiene ninguna tabla &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Correct the list of critical tables in the profile.</source>
        <translation>Corrija la lista de tablas críticas del perfil.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means more than one table.</source>
        <translation>&quot;%1&quot; significa más de una tabla.</translation>
    </message>
    <message>
        <source>Write the schema before the table&apos;s name.</source>
        <translation>Escriba el esquema delante del nombre de la tabla.</translation>
    </message>
</context>
<context>
    <name>TarReader</name>
    <message>
        <source>The archive is not a whole tar file.</source>
        <translation>El archivo no es un fichero tar completo.</translation>
    </message>
    <message>
        <source>Use another set.</source>
        <translation>Use otra copia.</translation>
    </message>
</context>
<context>
    <name>TarRules</name>
    <message>
        <source>The archive is refused because of %1: %2.</source>
        <translation>El archivo se rechaza por %1: %2.</translation>
    </message>
    <message>
        <source>No backup made here has such an entry: somebody has changed it. Nothing was written. Use another set.</source>
        <translation>Ninguna copia hecha aquí tiene una entrada así: alguien la ha cambiado. No se escribió nada. Use otra copia.</translation>
    </message>
    <message>
        <source>it does not name a place below the folder</source>
        <translation>no nombra un lugar debajo de la carpeta</translation>
    </message>
    <message>
        <source>it lies too deep</source>
        <translation>está a demasiada profundidad</translation>
    </message>
    <message>
        <source>it is a device, a pipe or a socket</source>
        <translation>es un dispositivo, una tubería o un socket</translation>
    </message>
    <message>
        <source>it would be written through %1</source>
        <translation>se escribiría a través de %1</translation>
    </message>
    <message>
        <source>it is there twice</source>
        <translation>está dos veces</translation>
    </message>
    <message>
        <source>it is a second name of a file that the archive does not have</source>
        <translation>es un segundo nombre de un fichero que el archivo no tiene</translation>
    </message>
    <message>
        <source>it is a link to nothing</source>
        <translation>es un enlace a nada</translation>
    </message>
    <message>
        <source>it is a link that leads out of the archive</source>
        <translation>es un enlace que lleva fuera del archivo</translation>
    </message>
</context>
<context>
    <name>TarWriter</name>
    <message>
        <source>The tar archive could not be written.</source>
        <translation>No se pudo escribir el archivo tar.</translation>
    </message>
    <message>
        <source>Cannot look at %1</source>
        <translation>No se puede examinar %1</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <comment>how a day is written: dd/MM/yyyy in Spanish</comment>
        <translation>dd/MM/yyyy</translation>
    </message>
</context>
<context>
    <name>ToolProcess</name>
    <message>
        <source>Cannot make a pipe</source>
        <translation>No se puede crear una tubería</translation>
    </message>
    <message>
        <source>%1 could not be started</source>
        <translation>No se pudo iniciar %1</translation>
    </message>
    <message>
        <source>%1 could not be run as another user</source>
        <translation>No se pudo ejecutar %1 como otro usuario</translation>
    </message>
    <message>
        <source>%1 could not be prepared</source>
        <translation>No se pudo preparar %1</translation>
    </message>
    <message>
        <source>%1 wrote more than expected.</source>
        <translation>%1 escribió más de lo esperado.</translation>
    </message>
    <message>
        <source>%1 was killed by signal 9 (memory?).</source>
        <translation>%1 murió por la señal 9 (¿memoria?).</translation>
    </message>
    <message>
        <source>Look in the system log for the out-of-memory killer, then try again.</source>
        <translation>Mire en el log del sistema si actuó el out-of-memory killer, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2.</source>
        <translation>%1 terminó por la señal %2.</translation>
    </message>
    <message>
        <source>%1 failed with exit code %2.</source>
        <translation>%1 falló con el código de salida %2.</translation>
    </message>
    <message>
        <source>Cannot open /dev/null</source>
        <translation>No se puede abrir /dev/null</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>No se encontró el programa %1.</translation>
    </message>
    <message>
        <source>Install it, or name its folder in the profile (tools).</source>
        <translation>Instálelo, o nombre su carpeta en el perfil (tools).</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>No se pudo iniciar %1.</translation>
    </message>
    <message>
        <source>The system may be out of memory or processes.</source>
        <translation>Quizá al sistema le falten memoria o procesos.</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>Detenido como se pidió.</translation>
    </message>
    <message>
        <source>Cannot read from %1</source>
        <translation>No se puede leer de %1</translation>
    </message>
    <message>
        <source>%1 hung: nothing came from it for %2.</source>
        <translation>%1 se colgó: no llegó nada de él en %2.</translation>
    </message>
    <message>
        <source>Look for locks and load on the server; the limit is an option of the profile.</source>
        <translation>Busque bloqueos y carga en el servidor; el límite es una opción del perfil.</translation>
    </message>
    <message>
        <source>Cannot write to %1</source>
        <translation>No se puede escribir a %1</translation>
    </message>
    <message>
        <source>%1 did not end within %2.</source>
        <translation>%1 no terminó en %2.</translation>
    </message>
    <message>
        <source>Cannot fill a pipe</source>
        <translation>No se puede llenar una tubería</translation>
    </message>
    <message>
        <source>Install it, or name its place in the profile (docker).</source>
        <translation>Instálelo o indique su ruta en el perfil (docker).</translation>
    </message>
    <message>
        <source>%1 could not be given its credentials</source>
        <translation>No se le pudieron dar sus credenciales a %1</translation>
    </message>
</context>
<context>
    <name>ToolSession</name>
    <message>
        <source>The container has to be the one that the server runs in.</source>
        <translation>El contenedor debe ser aquel en el que funciona el servidor.</translation>
    </message>
    <message>
        <source>In the container %1 another server is reached than from here.</source>
        <translation>Desde el contenedor %1 se llega a otro servidor que desde aquí.</translation>
    </message>
    <message>
        <source>In the container %1 the client tools do not get into the server.</source>
        <translation>En el contenedor %1, las herramientas cliente no entran en el servidor.</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>No PostgreSQL client tools (pg_dump, pg_dumpall) were found.</source>
        <translation>No se encontraron herramientas cliente de PostgreSQL (pg_dump, pg_dumpall).</translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1, but the newest pg_dump here is %2, which cannot dump it.</source>
        <translation>El servidor es PostgreSQL %1, pero el pg_dump más nuevo aquí es %2, que no puede volcarlo.</translation>
    </message>
    <message>
        <source>The server programs of PostgreSQL %1 (initdb, postgres) are not installed here.</source>
        <translation>Los programas de servidor de PostgreSQL %1 (initdb, postgres) no están instalados aquí.</translation>
    </message>
    <message>
        <source>Install the package postgresql-%1, or test in a scratch database on a server.</source>
        <translation>Instale el paquete postgresql-%1, o pruebe en una base de prueba de un servidor.</translation>
    </message>
    <message>
        <source>The client tools are %1 and lack security fixes that came with %2.</source>
        <translation>Las herramientas cliente son %1 y les faltan arreglos de seguridad que vinieron con %2.</translation>
    </message>
    <message>
        <source>The server is %1 and lacks security fixes that came with %2.</source>
        <translation>El servidor es %1 y le faltan arreglos de seguridad que vinieron con %2.</translation>
    </message>
    <message>
        <source>No pg_restore was found, which alone reads the custom and the directory format.</source>
        <translation>No se encontró pg_restore, el único que lee los formatos custom y directory.</translation>
    </message>
    <message>
        <source>Install the package postgresql-client.</source>
        <translation>Instale el paquete postgresql-client.</translation>
    </message>
    <message>
        <source>pg_dump %1 wrote the dump, but the newest pg_restore here is %2, which cannot read it.</source>
        <translation>El volcado lo escribió pg_dump %1, pero el pg_restore más nuevo de aquí es %2, que no puede leerlo.</translation>
    </message>
    <message>
        <source>Install the package postgresql-client-%1. Where the system does not have it: install postgresql-common, run /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh, which adds the PostgreSQL project&apos;s own packages, then install postgresql-client-%1. Where the server runs in a container, its own tools can be used: tools = &quot;docker:CONTAINER&quot;.</source>
        <translation>Instale el paquete postgresql-client-%1. Si el sistema no lo tiene: instale postgresql-common, ejecute /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh, que añade los paquetes del proyecto PostgreSQL, e instale después postgresql-client-%1. Si el servidor funciona en un contenedor, se pueden usar sus propias herramientas: tools = &quot;docker:CONTENEDOR&quot;.</translation>
    </message>
    <message>
        <source>%1 cannot be run in the container %2.</source>
        <translation>No se puede ejecutar %1 en el contenedor %2.</translation>
    </message>
    <message>
        <source>The container has to run and to hold PostgreSQL&apos;s client tools, and this user has to be allowed to use %1.</source>
        <translation>El contenedor debe estar en marcha y tener las herramientas cliente de PostgreSQL, y este usuario debe poder usar %1.</translation>
    </message>
    <message>
        <source>the container %1</source>
        <translation>el contenedor %1</translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1, but pg_dump in the container %2 is %3, which cannot dump it.</source>
        <translation>El servidor es PostgreSQL %1, pero pg_dump en el contenedor %2 es %3, que no puede volcarlo.</translation>
    </message>
    <message>
        <source>Name the container that the server runs in.</source>
        <translation>Indique el contenedor en el que funciona el servidor.</translation>
    </message>
</context>
<context>
    <name>UnitCredentials</name>
    <message>
        <source>the password</source>
        <translation>la contraseña</translation>
    </message>
    <message>
        <source>systemd cannot decrypt the credential %1 (%2), and so does not start the backup: it was made on another machine or under another name, or the machine&apos;s key is gone.</source>
        <translation>systemd no puede descifrar la credencial %1 (%2), así que no inicia la copia: se hizo en otra máquina o con otro nombre, o ya no está la clave de esta máquina.</translation>
    </message>
    <message>
        <source>Encrypt it anew, as root: %1</source>
        <translation>Cífrela de nuevo, como root: %1</translation>
    </message>
    <message>
        <source>&quot;systemctl start %1&quot; tries it, as soon as a backup is due.</source>
        <translation>«systemctl start %1» lo prueba, en cuanto toque una copia.</translation>
    </message>
    <message>
        <source>systemd credential</source>
        <translation>credencial de systemd</translation>
    </message>
    <message>
        <source>The credential %1 (%2) is for root to see and to decrypt: the password that the scheduled run is given with it was not tried.</source>
        <translation>Solo root puede ver y descifrar la credencial %1 (%2): la contraseña que recibe con ella la copia programada no se ha probado.</translation>
    </message>
    <message>
        <source>The credential %1 (%2) cannot be decrypted here without %3: the password that the scheduled run is given with it was not tried.</source>
        <translation>Aquí no se puede descifrar la credencial %1 (%2) sin %3: la contraseña que recibe con ella la copia programada no se ha probado.</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, de %2</translation>
    </message>
</context>
<context>
    <name>UnitRun</name>
    <message>
        <source>systemd cannot start %1 as %2 says (status %3).</source>
        <translation>systemd no puede iniciar %1 como dice %2 (estado %3).</translation>
    </message>
    <message>
        <source>Look whether its folders are there, then install the schedule again. &quot;journalctl&quot; tells more.</source>
        <translation>Mire si están sus carpetas y vuelva a instalar la programación. «journalctl» dice más.</translation>
    </message>
</context>
<context>
    <name>UnpackFilesStep</name>
    <message>
        <source>Restore files into %1</source>
        <translation>Restaurar archivos en %1</translation>
    </message>
    <message>
        <source>End what was left unfinished in %1</source>
        <translation>Terminar lo que quedó a medias en %1</translation>
    </message>
    <message>
        <source>A restore of files into %1 was cut off; what it left is still there.</source>
        <translation>Una restauración de archivos en %1 se interrumpió; lo que dejó sigue allí.</translation>
    </message>
</context>
<context>
    <name>UnpackRecord</name>
    <message>
        <source>The restore %1 of files was cut off while they took their places; the rest was put in place now. What was there before: %2</source>
        <translation>La restauración de archivos %1 se interrumpió mientras ocupaban su sitio; el resto se ha puesto ahora en su lugar. Lo que había antes: %2</translation>
    </message>
    <message>
        <source>Folders that it made may lack their owner and rights: restore again.</source>
        <translation>A las carpetas que creó pueden faltarles propietario y permisos: restaure de nuevo.</translation>
    </message>
    <message>
        <source>The restore %1 of files was cut off before it replaced anything; what it had written was removed.</source>
        <translation>La restauración de archivos %1 se interrumpió antes de sustituir nada; lo que había escrito se ha borrado.</translation>
    </message>
    <message>
        <source>Cannot note what is being restored</source>
        <translation>No se puede anotar lo que se está restaurando</translation>
    </message>
</context>
<context>
    <name>VerifyCommand</name>
    <message>
        <source>read backups back and compare every byte, count and hash</source>
        <translation>releer copias y comparar cada byte, conteo y hash</translation>
    </message>
    <message>
        <source>all backups of the profile, newest first</source>
        <translation>todas las copias del perfil, la más reciente primero</translation>
    </message>
    <message>
        <source>There is no set yet.</source>
        <translation>Aún no hay ninguna copia.</translation>
    </message>
    <message>
        <source>%1: verified, %2 rows, %3 raw</source>
        <translation>%1: verificada, %2 filas, %3 sin comprimir</translation>
    </message>
    <message>
        <source>%1: DAMAGED. %2</source>
        <translation>%1: DAÑADA. %2</translation>
    </message>
    <message>
        <source>Dry run: would be verified: %1</source>
        <translation>Simulación: se verificaría: %1</translation>
    </message>
    <message>
        <source>Ends with 16 when anything is damaged. With --file no profile is needed.</source>
        <translation>Termina con 16 cuando algo está dañado. Con --file no se necesita ningún perfil.</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>RUTA</translation>
    </message>
    <message>
        <source>Give either a set or --file.</source>
        <translation>Indique una copia o --file, no ambos.</translation>
    </message>
    <message>
        <source>The dump has no keys at its ends (it was made before August 2025): the end mark is there, but only a restore test proves it whole.</source>
        <translation>El volcado no tiene claves en sus extremos (se hizo antes de agosto de 2025): la marca final está, pero solo un test de restauración demuestra que está completo.</translation>
    </message>
    <message>
        <source>Line %1 holds a command for psql (%2): a restore here will refuse it.</source>
        <translation>La línea %1 contiene una orden para psql (%2): una restauración aquí la rechazará.</translation>
    </message>
    <message>
        <source>  It is encrypted and there is no key here: only its stored bytes were read.</source>
        <translation>  Está cifrada y aquí no hay ninguna clave: solo se leyeron sus bytes guardados.</translation>
    </message>
    <message>
        <source>a dump made elsewhere: .sql, .sql.gz, custom or directory format</source>
        <translation>un volcado hecho en otro sitio: .sql, .sql.gz, formato custom o directory</translation>
    </message>
    <message>
        <source>pg_restore has read all of it. The format holds no checksums or counts: only a restore proves more.</source>
        <translation>pg_restore lo ha leído entero. El formato no lleva sumas de comprobación ni recuentos: solo una restauración prueba más.</translation>
    </message>
    <message numerus="yes">
        <source>%1: whole, %2 rows in %n table(s), %3 raw</source>
        <translation>
            <numerusform>%1: completa, %2 filas en %n tabla, %3 sin comprimir</numerusform>
            <numerusform>%1: completa, %2 filas en %n tablas, %3 sin comprimir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyService</name>
    <message>
        <source>Verifying %1</source>
        <translation>Verificando %1</translation>
    </message>
    <message>
        <source>%1 is good: %2 rows.</source>
        <translation>%1 es buena: %2 filas.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 está dañada: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) are damaged.</source>
        <translation>
            <numerusform>%n copia está dañada.</numerusform>
            <numerusform>%n copias están dañadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use another set, and look at the disk that holds this one.</source>
        <translation>Use otra copia, y revise el disco que guarda esta.</translation>
    </message>
    <message>
        <source>%1: its stored bytes are good. It is encrypted and there is no key here (%2 rows).</source>
        <translation>%1: sus bytes guardados están bien. Está cifrada y aquí no hay ninguna clave (%2 filas).</translation>
    </message>
</context>
<context>
    <name>masclet::ActivityPanel</name>
    <message>
        <source>Running work</source>
        <translation>Trabajo en curso</translation>
    </message>
    <message>
        <source>%1 by %2 runs since %3, started elsewhere.</source>
        <translation>%1 de %2 está en marcha desde %3, iniciado en otro sitio.</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
</context>
<context>
    <name>masclet::ActivityRow</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>waits for the run before it</source>
        <translation>espera a la ejecución anterior</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>%1: stopping…</source>
        <translation>%1: deteniendo…</translation>
    </message>
    <message>
        <source>%1: no data for %2</source>
        <translation>%1: sin datos desde hace %2</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>normalmente %1</translation>
    </message>
    <message>
        <source>usually %1 to %2</source>
        <translation>normalmente de %1 a %2</translation>
    </message>
</context>
<context>
    <name>masclet::AlarmsDialog</name>
    <message>
        <source>Alarms of %1</source>
        <translation>Alarmas de %1</translation>
    </message>
    <message>
        <source>It is put right</source>
        <translation>Está arreglada</translation>
    </message>
    <message>
        <source>On %1, since %2.</source>
        <translation>En %1, desde %2.</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>C&amp;ontactos…</translation>
    </message>
    <message>
        <source>Once somebody looks after an alarm, nobody else is told of it until it is over; of a service that was put right by hand, the next run does not try again. What you say here is kept as said by %1.</source>
        <translation>En cuanto alguien se ocupa de una alarma, no se avisa a nadie más hasta que termine; si un servicio se arregló a mano, la próxima ejecución no lo intenta de nuevo. Lo que diga aquí queda guardado como dicho por %1.</translation>
    </message>
    <message>
        <source>There is no alarm.</source>
        <translation>No hay ninguna alarma.</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>Desde %1.</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <translation>%1, desde %2.</translation>
    </message>
    <message>
        <source>I look after it</source>
        <translation>Me ocupo yo</translation>
    </message>
</context>
<context>
    <name>masclet::BackupWizard</name>
    <message>
        <source>No restore test follows: the profile wants none.</source>
        <translation>No sigue ninguna prueba de restauración: el perfil no la pide.</translation>
    </message>
    <message>
        <source>A restore test follows, as for every set of this profile.</source>
        <translation>Sigue una prueba de restauración, como con cada copia de este perfil.</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>Hacer copia de %1</translation>
    </message>
    <message>
        <source>Stop services first, and start them again afterwards</source>
        <translation>Parar primero los servicios y arrancarlos después</translation>
    </message>
    <message>
        <source>Let retention delete what the new set replaces</source>
        <translation>Dejar que la retención borre lo que reemplaza la copia nueva</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Qué se va a hacer</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer la copia ahora</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Haciendo la copia</translation>
    </message>
    <message>
        <source>Everything is read in one snapshot; nobody has to stop working.</source>
        <translation>Todo se lee en una sola instantánea; nadie tiene que dejar de trabajar.</translation>
    </message>
    <message>
        <source>The set holds:</source>
        <translation>La copia contiene:</translation>
    </message>
    <message>
        <source>for the history; may be empty</source>
        <translation>para el historial; puede quedar vacío</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Motivo:</translation>
    </message>
    <message>
        <source>In this order: %1</source>
        <translation>En este orden: %1</translation>
    </message>
    <message>
        <source>Space: at most about %1 needed, %2 free.</source>
        <translation>Espacio: hacen falta como mucho unos %1, hay %2 libres.</translation>
    </message>
    <message>
        <source>Not in the backup: %1 (%2)</source>
        <translation>No está en la copia: %1 (%2)</translation>
    </message>
    <message>
        <source>Backing up %1</source>
        <translation>Haciendo copia de %1</translation>
    </message>
    <message>
        <source>Nothing of the set that was begun is left.</source>
        <translation>No queda nada de la copia que se empezó.</translation>
    </message>
    <message>
        <source>%1 rows in %2 tables; %3 stored, %4 raw; in %5.</source>
        <translation>%1 filas en %2 tablas; %3 guardados, %4 sin comprimir; en %5.</translation>
    </message>
    <message>
        <source>Restored into a scratch database and compared: all counts are equal.</source>
        <translation>Restaurada en una base de datos provisional y comparada: todos los recuentos son iguales.</translation>
    </message>
    <message>
        <source>Retention deletes nothing: %1</source>
        <translation>La retención no borra nada: %1</translation>
    </message>
    <message>
        <source>Deleted by retention: %1</source>
        <translation>Borrada por la retención: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Test restore…</source>
        <translation>&amp;Probar restauración…</translation>
    </message>
    <message>
        <source>A restore test follows if there was none within the last month.</source>
        <translation>Después hay una prueba de restauración si no ha habido ninguna en el último mes.</translation>
    </message>
    <message>
        <source>A restore test follows if there was none within the last week.</source>
        <translation>Después hay una prueba de restauración si no ha habido ninguna en la última semana.</translation>
    </message>
    <message>
        <source>%1: %2, but it did not restore</source>
        <translation>%1: %2, pero no se pudo restaurar</translation>
    </message>
</context>
<context>
    <name>masclet::ChecklistDialog</name>
    <message>
        <source>Check all again</source>
        <translation>Comprobar todo otra vez</translation>
    </message>
    <message>
        <source>Sign the day</source>
        <translation>Firmar el día</translation>
    </message>
    <message>
        <source>Checklist of %1</source>
        <translation>Checklist de %1</translation>
    </message>
    <message>
        <source>Items of the checklist</source>
        <translation>Puntos de la checklist</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>Nombre de quien firma</translation>
    </message>
    <message>
        <source>Note (may be empty)</source>
        <translation>Nota (puede quedar vacía)</translation>
    </message>
    <message>
        <source>Note to the signature</source>
        <translation>Nota de la firma</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Backup: %1. Checked: %2.</source>
        <translation>Copia: %1. Comprobado: %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>no verdict yet</source>
        <translation>aún sin veredicto</translation>
    </message>
    <message>
        <source>verdict is outdated</source>
        <translation>el veredicto está anticuado</translation>
    </message>
    <message>
        <source>This day is not signed.</source>
        <translation>Este día no está firmado.</translation>
    </message>
    <message>
        <source>Signed by %1, %2, but something changed since then.</source>
        <translation>Firmado por %1, %2, pero algo cambió desde entonces.</translation>
    </message>
    <message>
        <source>Signed by %1, %2.</source>
        <translation>Firmado por %1, %2.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Día antes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>%1, not signed</source>
        <translation>%1, sin firmar</translation>
    </message>
    <message>
        <source>The day before: %1</source>
        <translation>El día antes: %1</translation>
    </message>
</context>
<context>
    <name>masclet::ChecklistItemView</name>
    <message>
        <source>To see it yourself, and what was measured:</source>
        <translation>Para verlo usted mismo, y lo que se midió:</translation>
    </message>
    <message>
        <source>Keep verdict</source>
        <translation>Guardar el veredicto</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Your verdict:</source>
        <translation>Su veredicto:</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note to the verdict</source>
        <translation>Nota del veredicto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Se espera: %1</translation>
    </message>
    <message>
        <source>Nobody has given a verdict yet.</source>
        <translation>Nadie ha dado aún un veredicto.</translation>
    </message>
    <message>
        <source>Verdict of %1, %2: %3</source>
        <translation>Veredicto de %1, %2: %3</translation>
    </message>
    <message>
        <source>The result has changed since then.</source>
        <translation>El resultado cambió desde entonces.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
</context>
<context>
    <name>masclet::ChecksPage</name>
    <message>
        <source>What makes a set suspicious?</source>
        <translation>¿Qué hace sospechosa una copia?</translation>
    </message>
    <message>
        <source>The daily checklist holds each set against these values.</source>
        <translation>La checklist diaria compara cada copia con estos valores.</translation>
    </message>
    <message>
        <source>Critical tables</source>
        <translation>Tablas críticas</translation>
    </message>
    <message>
        <source>Their rows are also counted in the database itself, in the same snapshot.</source>
        <translation>Sus filas se cuentan también en la base de datos misma, en la misma instantánea.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>rows not counted</source>
        <translation>filas sin contar</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>unas %1 filas</translation>
    </message>
    <message>
        <source>A trial dump took %1: sets like it may be between %2 and %3.</source>
        <translation>Un volcado de prueba ocupó %1: copias como esa pueden ocupar entre %2 y %3.</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>table, rows, size</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>masclet::ConnectionPage</name>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Probar la conexión</translation>
    </message>
    <message>
        <source>Which database is protected?</source>
        <translation>¿Qué base de datos se protege?</translation>
    </message>
    <message>
        <source>The first look measures the database, so that the next pages can propose fitting values.</source>
        <translation>La primera mirada mide la base de datos, para que las páginas siguientes puedan proponer valores adecuados.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>empty: none is needed, or it is stored already</source>
        <translation>vacío: no hace falta ninguna, o ya está guardada</translation>
    </message>
    <message>
        <source>Looking at the database…</source>
        <translation>Mirando la base de datos…</translation>
    </message>
    <message>
        <source>It was not reached.</source>
        <translation>No se llegó a ella.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>pg_dump and its version, folder</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>The role may read everything in this database.</source>
        <translation>El rol puede leer todo en esta base de datos.</translation>
    </message>
    <message>
        <source>PostgreSQL %1, database of %2</source>
        <translation>PostgreSQL %1, base de datos de %2</translation>
    </message>
</context>
<context>
    <name>masclet::ContactEdit</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Mail</source>
        <translation>&amp;Correo</translation>
    </message>
    <message>
        <source>&amp;Webhook</source>
        <translation>&amp;Webhook</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Comando</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Contacto nuevo</translation>
    </message>
    <message>
        <source>Contact %1</source>
        <translation>Contacto %1</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Nivel</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Another contact has that name.</source>
        <translation>Otro contacto tiene ese nombre.</translation>
    </message>
</context>
<context>
    <name>masclet::ContactsDialog</name>
    <message>
        <source>at once</source>
        <translation>enseguida</translation>
    </message>
    <message>
        <source>after %1 without an answer</source>
        <translation>tras %1 sin respuesta</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) delivered</source>
        <translation>
            <numerusform>%n mensaje entregado</numerusform>
            <numerusform>%n mensajes entregados</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Medios</translation>
    </message>
    <message>
        <source>Who is told of an alarm</source>
        <translation>A quién se avisa de una alarma</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Añadir…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué falla</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Avisados</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Se ocupa</translation>
    </message>
    <message>
        <source>Alarms that are open</source>
        <translation>Alarmas abiertas</translation>
    </message>
    <message>
        <source>&amp;I look after it</source>
        <translation>&amp;Me ocupo yo</translation>
    </message>
    <message>
        <source>Contacts and escalation of %1</source>
        <translation>Contactos y escalación de %1</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>A quién se avisa</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>En qué orden</translation>
    </message>
    <message>
        <source>Open alarms</source>
        <translation>Alarmas abiertas</translation>
    </message>
    <message>
        <source>Nobody is told when a backup fails. Add somebody.</source>
        <translation>No se avisa a nadie cuando falla una copia. Añada a alguien.</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Enviar prueba</translation>
    </message>
    <message>
        <source>Send a test: %1</source>
        <translation>Enviar prueba: %1</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>The contacts were changed meanwhile; nothing was saved.</source>
        <translation>Los contactos cambiaron entretanto; no se ha guardado nada.</translation>
    </message>
    <message>
        <source>Close this window and open it again.</source>
        <translation>Cierre esta ventana y ábrala de nuevo.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
</context>
<context>
    <name>masclet::DeskActions</name>
    <message>
        <source>Verifying %1</source>
        <translation>Verificando %1</translation>
    </message>
    <message>
        <source>The set stays as it is.</source>
        <translation>La copia se queda como está.</translation>
    </message>
    <message>
        <source>Retention deletes nothing until somebody has looked:</source>
        <translation>La retención no borra nada hasta que alguien lo haya mirado:</translation>
    </message>
    <message>
        <source>It is right so</source>
        <translation>Está bien así</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>PostgreSQL backups that are proven to restore.

GPL-3.0-or-later. Charts by QCustomPlot (GPL-3.0-or-later), icons by Lucide (ISC).</source>
        <translation>Copias de PostgreSQL que se ha demostrado que se restauran.

GPL-3.0-or-later. Gráficos de QCustomPlot (GPL-3.0-or-later), iconos de Lucide (ISC).</translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation>Aún hay trabajo en marcha.</translation>
    </message>
    <message>
        <source>Stopping leaves this:</source>
        <translation>Al detenerlo queda esto:</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Act&amp;ualizar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Hacer copia…</translation>
    </message>
    <message>
        <source>Makes a set now, verifies it, and proves it as the profile says</source>
        <translation>Hace una copia ahora, la verifica y la prueba como dice el perfil</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Restaurar…</translation>
    </message>
    <message>
        <source>Brings a set back, beside what is there or in its place</source>
        <translation>Recupera una copia, junto a lo que hay o en su lugar</translation>
    </message>
    <message>
        <source>&amp;Test restore…</source>
        <translation>&amp;Probar restauración…</translation>
    </message>
    <message>
        <source>Loads the set where nothing depends on it and compares every table</source>
        <translation>Carga la copia donde nada depende de ella y compara todas las tablas</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>Reads the set back whole</source>
        <translation>Relee la copia entera</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Fijar</translation>
    </message>
    <message>
        <source>Keeps the set from retention</source>
        <translation>Protege la copia de la retención</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Abrir carpeta</translation>
    </message>
    <message>
        <source>Shows the folder the set lies in</source>
        <translation>Muestra la carpeta donde está la copia</translation>
    </message>
    <message>
        <source>&amp;Copy command</source>
        <translation>&amp;Copiar comando</translation>
    </message>
    <message>
        <source>Copies the command line that verifies this set</source>
        <translation>Copia la línea de comandos que verifica esta copia</translation>
    </message>
    <message>
        <source>&amp;Checklist…</source>
        <translation>Chec&amp;klist…</translation>
    </message>
    <message>
        <source>The seven items of the day, your verdicts and signature</source>
        <translation>Los siete puntos del día, sus veredictos y la firma</translation>
    </message>
    <message>
        <source>R&amp;etention…</source>
        <translation>Re&amp;tención…</translation>
    </message>
    <message>
        <source>What is kept and what will be deleted, and why</source>
        <translation>Qué se conserva y qué se borrará, y por qué</translation>
    </message>
    <message>
        <source>&amp;Logs…</source>
        <translation>&amp;Logs…</translation>
    </message>
    <message>
        <source>What the runs wrote</source>
        <translation>Lo que escribieron las ejecuciones</translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation>&amp;Nuevo perfil…</translation>
    </message>
    <message>
        <source>A further database to protect</source>
        <translation>Otra base de datos que proteger</translation>
    </message>
    <message>
        <source>&amp;Profile…</source>
        <translation>&amp;Perfil…</translation>
    </message>
    <message>
        <source>Every option of this profile</source>
        <translation>Todas las opciones de este perfil</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Acerca de</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Versión y licencias</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Backup</source>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>Dejar de &amp;fijar</translation>
    </message>
    <message>
        <source>Go back to the database before</source>
        <translation>Volver a la base anterior</translation>
    </message>
    <message>
        <source>On %1, port %2, the database %3 gives way to the one before it, now called %4.
What is there now is kept under another name.

Type the name of the database to go on:</source>
        <translation>En %1, puerto %2, la base %3 deja su sitio a la anterior, que ahora se llama %4.
Lo que hay ahora se conserva con otro nombre.

Escriba el nombre de la base para seguir:</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver atrás</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the name of the database.</source>
        <translation>«%1» no es el nombre de la base.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Swapping %1 back</source>
        <translation>Devolviendo %1 a su sitio</translation>
    </message>
    <message>
        <source>The restored database stays in its place.</source>
        <translation>La base restaurada sigue en su sitio.</translation>
    </message>
    <message>
        <source>Copies the command line that keeps this set, or lets it go again</source>
        <translation>Copia la orden que conserva esta copia o deja de conservarla</translation>
    </message>
    <message>
        <source>Retention waits</source>
        <translation>La retención espera</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>¿Cerrar la ventana?</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Schedule…</source>
        <translation>&amp;Planificación…</translation>
    </message>
    <message>
        <source>What starts backups by itself, and the proof that tonight&apos;s will work</source>
        <translation>Qué inicia las copias por sí solo, y la prueba de que la de esta noche funcionará</translation>
    </message>
    <message>
        <source>C&amp;ontacts…</source>
        <translation>C&amp;ontactos…</translation>
    </message>
    <message>
        <source>Who is told of an alarm, in which order; test messages</source>
        <translation>A quién se avisa de una alarma y en qué orden; mensajes de prueba</translation>
    </message>
    <message>
        <source>&amp;Alarms…</source>
        <translation>&amp;Alarmas…</translation>
    </message>
    <message>
        <source>What is wrong until somebody mends it, and who knows</source>
        <translation>Lo que va mal hasta que alguien lo arregle, y quién lo sabe</translation>
    </message>
</context>
<context>
    <name>masclet::ErrorPanel</name>
    <message>
        <source>While: %1</source>
        <translation>Mientras: %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
</context>
<context>
    <name>masclet::ForeignFilePanel</name>
    <message>
        <source>I know who made this file</source>
        <translation>Sé quién hizo este archivo</translation>
    </message>
    <message>
        <source>File or folder with the dump</source>
        <translation>Archivo o carpeta con el volcado</translation>
    </message>
    <message>
        <source>a .sql, .sql.gz or custom file, or the folder of pg_dump -Fd</source>
        <translation>un archivo .sql, .sql.gz o custom, o la carpeta de pg_dump -Fd</translation>
    </message>
    <message>
        <source>A dump is a program that runs on your server.</source>
        <translation>Un volcado es un programa que se ejecuta en su servidor.</translation>
    </message>
    <message>
        <source>A dump is a program that runs on your server. It is read whole and tried in a sandbox first all the same, and goes under a new name only.</source>
        <translation>Un volcado es un programa que se ejecuta en su servidor. Aun así se lee entero y se prueba antes en un entorno aislado, y solo va a un nombre nuevo.</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>No existe ese archivo o carpeta.</translation>
    </message>
    <message>
        <source>A dump made elsewhere</source>
        <translation>Un volcado hecho en otra parte</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Carpeta…</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Archivo…</translation>
    </message>
    <message>
        <source>Choose the folder of a dump</source>
        <translation>Elegir la carpeta de un volcado</translation>
    </message>
    <message>
        <source>Choose the file of a dump</source>
        <translation>Elegir el archivo de un volcado</translation>
    </message>
</context>
<context>
    <name>masclet::GatePage</name>
    <message>
        <source>Looked at</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Lo que se revisó</translation>
    </message>
    <message>
        <source>What speaks against it, and what will be done</source>
        <translation>Qué hay en contra y qué se va a hacer</translation>
    </message>
    <message>
        <source>A finding that failed keeps the restore from beginning; nothing has been changed so far.</source>
        <translation>Un hallazgo con fallo impide que empiece la restauración; hasta ahora no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar otra vez</translation>
    </message>
    <message>
        <source>Name of the database, typed</source>
        <translation>Nombre de la base de datos, escrito</translation>
    </message>
    <message>
        <source>Reading the set and looking at the server…</source>
        <translation>Leyendo la copia y mirando el servidor…</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>%1 keeps it from beginning.</source>
        <translation>%1 impide que empiece.</translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>No hay nada en contra.</translation>
    </message>
    <message>
        <source>The database %1 on %2 gives way to %3; its sessions are ended. It is kept under another name. Type its name to go on:</source>
        <translation>La base de datos %1 de %2 deja su lugar a %3; sus sesiones se terminan. Se conserva con otro nombre. Escriba su nombre para continuar:</translation>
    </message>
    <message>
        <source>Nothing keeps it from beginning; what stands first needs a look.</source>
        <translation>Nada impide que empiece; lo primero de la lista merece una mirada.</translation>
    </message>
</context>
<context>
    <name>masclet::HistoryModel</name>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Iniciada por</translation>
    </message>
    <message>
        <source>Reason or problem</source>
        <translation>Motivo o fallo</translation>
    </message>
    <message>
        <source>Size on the disk; below it the size before compression</source>
        <translation>Tamaño en el disco; debajo, el tamaño antes de comprimir</translation>
    </message>
    <message>
        <source>Against the median of the seven verified sets before it</source>
        <translation>Respecto a la mediana de las siete copias verificadas anteriores</translation>
    </message>
</context>
<context>
    <name>masclet::HistoryView</name>
    <message>
        <source>Sets and problems</source>
        <translation>Copias y problemas</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Every run</source>
        <translation>Todas las ejecuciones</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Cualquier tipo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Search name, reason, author, problem</source>
        <translation>Buscar nombre, motivo, autor, problema</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>History of sets and runs</source>
        <translation>Historial de copias y ejecuciones</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>Nada coincide con estos filtros.</translation>
    </message>
    <message>
        <source>There is no backup yet. &quot;Back up&quot; makes the first one: it is read back whole, and a restore test proves it.</source>
        <translation>Aún no hay ninguna copia. &quot;Hacer copia&quot; hace la primera: se relee entera, y una prueba de restauración demuestra que sirve.</translation>
    </message>
    <message>
        <source>The history cannot be read.</source>
        <translation>No se puede leer el historial.</translation>
    </message>
</context>
<context>
    <name>masclet::JournalView</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Records of the journal</source>
        <translation>Registros del diario</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Leyendo el diario…</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>The journal is not what was written, from line %1 on.</source>
        <translation>El diario no es lo que se escribió, a partir de la línea %1.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n record(s); the newest are shown.</source>
        <translation>
            <numerusform>El diario está íntegro: %n registro; se muestran los más recientes.</numerusform>
            <numerusform>El diario está íntegro: %n registros; se muestran los más recientes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n record(s).</source>
        <translation>
            <numerusform>El diario está íntegro: %n registro.</numerusform>
            <numerusform>El diario está íntegro: %n registros.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Records are gone: the journal does not speak of runs that made or tried %n set(s), the newest is %1.</source>
        <translation>
            <numerusform>Faltan registros: el diario no habla de ejecuciones que hicieron o probaron %n copia: %1.</numerusform>
            <numerusform>Faltan registros: el diario no habla de ejecuciones que hicieron o probaron %n copias; la más reciente es %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::KindTile</name>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>not in the profile</source>
        <translation>no está en el perfil</translation>
    </message>
    <message>
        <source>No copy yet</source>
        <translation>Aún sin copia</translation>
    </message>
    <message>
        <source>in no set</source>
        <translation>en ninguna copia</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>masclet::KindsPage</name>
    <message>
        <source>What goes into a set?</source>
        <translation>¿Qué entra en una copia?</translation>
    </message>
    <message>
        <source>Database, configuration, logs and the machine&apos;s state together are a full backup; what is left out must be protected by other means.</source>
        <translation>Base de datos, configuración, logs y el estado de la máquina forman juntos una copia completa; lo que se deja fuera hay que protegerlo por otros medios.</translation>
    </message>
</context>
<context>
    <name>masclet::LeftOutNote</name>
    <message>
        <source>This is not a full backup</source>
        <translation>Esto no es una copia completa</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, why it is left out</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>masclet::LogsDialog</name>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Log de la ejecución</translation>
    </message>
    <message>
        <source>Logs of %1</source>
        <translation>Logs de %1</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Qué líneas</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el log</translation>
    </message>
    <message>
        <source>Reads the log again every second</source>
        <translation>Relee el log cada segundo</translation>
    </message>
    <message>
        <source>This run has no log (any more)</source>
        <translation>Esta ejecución no tiene log (o ya no lo tiene)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>errors, warnings</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Ejecuciones</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Diario</translation>
    </message>
    <message>
        <source>Errors since the last check could not be counted</source>
        <translation>No se pudieron contar los errores desde la última comprobación</translation>
    </message>
    <message>
        <source>Since the last check, %1: %2</source>
        <translation>Desde la última comprobación, %1: %2</translation>
    </message>
    <message>
        <source>the newest %1 of %2 lines; %3</source>
        <translation>las %1 líneas más recientes de %2; %3</translation>
    </message>
</context>
<context>
    <name>masclet::MainWindow</name>
    <message>
        <source>Masclet Backup</source>
        <translation>Masclet Backup</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>%1 – Masclet Backup</source>
        <translation>%1 – Masclet Backup</translation>
    </message>
</context>
<context>
    <name>masclet::NewProfileWizard</name>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Qué se va a crear</translation>
    </message>
    <message>
        <source>Make the profile</source>
        <translation>Crear el perfil</translation>
    </message>
    <message>
        <source>Making the profile</source>
        <translation>Creando el perfil</translation>
    </message>
    <message>
        <source>Use %1 as a repository, made when it is not there.</source>
        <translation>Usar %1 como repositorio, que se crea si no existe.</translation>
    </message>
    <message>
        <source>Write the profile %1: %2</source>
        <translation>Escribir el perfil %1: %2</translation>
    </message>
    <message>
        <source>Database %1 on %2, port %3, as %4.</source>
        <translation>Base de datos %1 en %2, puerto %3, como %4.</translation>
    </message>
    <message>
        <source>Kinds: %1. Planned for %2, %3.</source>
        <translation>Tipos: %1. Previsto para %2, %3.</translation>
    </message>
    <message>
        <source>The database was not looked at, so nothing was measured.</source>
        <translation>No se miró la base de datos, así que no se midió nada.</translation>
    </message>
    <message>
        <source>Making the profile %1</source>
        <translation>Creando el perfil %1</translation>
    </message>
    <message>
        <source>Nothing is left.</source>
        <translation>No queda nada.</translation>
    </message>
    <message>
        <source>The repository %1 is new.</source>
        <translation>El repositorio %1 es nuevo.</translation>
    </message>
    <message>
        <source>The repository %1 was there already.</source>
        <translation>El repositorio %1 ya existía.</translation>
    </message>
    <message>
        <source>Next: make the first backup.</source>
        <translation>Siguiente: hacer la primera copia.</translation>
    </message>
    <message>
        <source>The profile %1 is ready</source>
        <translation>El perfil %1 está listo</translation>
    </message>
    <message>
        <source>Keep the password in %1.</source>
        <translation>Guardar la contraseña en %1.</translation>
    </message>
    <message>
        <source>The password is not in %1: %2</source>
        <translation>La contraseña no está en %1: %2</translation>
    </message>
    <message>
        <source>The password was not stored: %1</source>
        <translation>La contraseña no se ha guardado: %1</translation>
    </message>
    <message>
        <source>The password is not proven: %1</source>
        <translation>La contraseña no está probada: %1</translation>
    </message>
    <message>
        <source>&amp;Prove tonight&apos;s run now</source>
        <translation>&amp;Probar ya la copia de esta noche</translation>
    </message>
    <message>
        <source>Encrypted for systemd instead, by root: %1</source>
        <translation>Cifrada para systemd en su lugar, por root: %1</translation>
    </message>
    <message>
        <source>Whether it works at night as well can be proven now: a whole backup, made as a scheduler does (same user, no session and its keychain) and thrown away.</source>
        <translation>Ahora puede probarse que también funciona de noche: una copia entera, hecha como lo hace un planificador (mismo usuario, sin sesión ni llavero), que luego se descarta.</translation>
    </message>
    <message>
        <source>Proving the schedule of %1</source>
        <translation>Probando la planificación de %1</translation>
    </message>
    <message>
        <source>Nothing half made stays.</source>
        <translation>No queda nada a medio hacer.</translation>
    </message>
</context>
<context>
    <name>masclet::NextRunPanel</name>
    <message>
        <source>Next planned run</source>
        <translation>Próxima ejecución prevista</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No time is planned</source>
        <translation>No hay ninguna hora prevista</translation>
    </message>
    <message>
        <source>About %1 and %2, as the last runs</source>
        <translation>Cerca de %1 y %2, como las últimas ejecuciones</translation>
    </message>
    <message>
        <source>Duration and size are not known before the first run</source>
        <translation>La duración y el tamaño no se conocen antes de la primera ejecución</translation>
    </message>
    <message>
        <source>%1 free after it.</source>
        <translation>Después quedarán libres %1.</translation>
    </message>
    <message>
        <source>Retention would delete nothing now.</source>
        <translation>La retención no borraría nada ahora.</translation>
    </message>
    <message numerus="yes">
        <source>Retention would delete %n set(s) now.</source>
        <translation>
            <numerusform>La retención borraría ahora %n copia.</numerusform>
            <numerusform>La retención borraría ahora %n copias.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::Notices</name>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Volver atrás…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) not signed, the first is %1.</source>
        <translation>
            <numerusform>%n día sin firmar: %1.</numerusform>
            <numerusform>%n días sin firmar, el primero es %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is kept as %2 until %3.</source>
        <translation>%1 se conserva como %2 hasta el %3.</translation>
    </message>
</context>
<context>
    <name>masclet::NumberedSteps</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>masclet::OptionField</name>
    <message>
        <source>Default: %1</source>
        <translation>Por defecto: %1</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor por defecto</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>Volver al valor por defecto: %1</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>masclet::OptionsForm</name>
    <message>
        <source>The environment decides: %1 is %2.</source>
        <translation>Decide el entorno: %1 es %2.</translation>
    </message>
</context>
<context>
    <name>masclet::PasswordEdit</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
</context>
<context>
    <name>masclet::PasswordPanel</name>
    <message>
        <source>&amp;Prove and store</source>
        <translation>&amp;Probar y guardar</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>a new password</source>
        <translation>una contraseña nueva</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stored, and the server accepts it.</source>
        <translation>Guardada, y el servidor la acepta.</translation>
    </message>
    <message>
        <source>Stored, but not proven: the server was not reached.</source>
        <translation>Guardada, pero sin probar: no se llegó al servidor.</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>Quitar la contraseña</translation>
    </message>
    <message>
        <source>Runs that need it fail until another one is stored.</source>
        <translation>Las ejecuciones que la necesiten fallarán hasta que se guarde otra.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Quitada.</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translation>No había ninguna.</translation>
    </message>
    <message>
        <source>The keychain holds a password for this profile.</source>
        <translation>El llavero contiene una contraseña para este perfil.</translation>
    </message>
    <message>
        <source>The keychain holds no password for this profile.</source>
        <translation>El llavero no contiene contraseña para este perfil.</translation>
    </message>
    <message>
        <source>The pass file holds a password for this profile.</source>
        <translation>El archivo de contraseñas contiene una contraseña para este perfil.</translation>
    </message>
    <message>
        <source>The pass file holds no password for this profile.</source>
        <translation>El archivo de contraseñas no contiene contraseña para este perfil.</translation>
    </message>
</context>
<context>
    <name>masclet::PasswordStores</name>
    <message>
        <source>Store in the &amp;keychain of this session</source>
        <translation>Guardar en el &amp;llavero de esta sesión</translation>
    </message>
    <message>
        <source>Store in a pass &amp;file, where scheduled runs find it</source>
        <translation>Guardar en un &amp;archivo de contraseñas, donde lo encuentran las ejecuciones programadas</translation>
    </message>
    <message>
        <source>Looking for the keychain…</source>
        <translation>Buscando el llavero…</translation>
    </message>
    <message>
        <source>The profile itself never holds the password. %1</source>
        <translation>El perfil nunca contiene la contraseña. %1</translation>
    </message>
    <message>
        <source>The profile itself never holds the password.</source>
        <translation>El perfil nunca contiene la contraseña.</translation>
    </message>
</context>
<context>
    <name>masclet::PlacePage</name>
    <message>
        <source>Where do its sets go?</source>
        <translation>¿Adónde van sus copias?</translation>
    </message>
    <message>
        <source>The folder becomes a repository; several profiles may share one.</source>
        <translation>La carpeta pasa a ser un repositorio; varios perfiles pueden compartir uno.</translation>
    </message>
    <message>
        <source>Profile&apos;s &amp;name</source>
        <translation>&amp;Nombre del perfil</translation>
    </message>
    <message>
        <source>Profile&apos;s name</source>
        <translation>Nombre del perfil</translation>
    </message>
    <message>
        <source>%1 free there.</source>
        <translation>Hay %1 libres ahí.</translation>
    </message>
    <message>
        <source>A set of the database takes about %1.</source>
        <translation>Una copia de la base de datos ocupa cerca de %1.</translation>
    </message>
    <message>
        <source>The database has %1.</source>
        <translation>La base de datos tiene %1.</translation>
    </message>
    <message>
        <source>It names the sets: %1_20250218.</source>
        <translation>Da nombre a los juegos: %1_20250218.</translation>
    </message>
</context>
<context>
    <name>masclet::PreferencesDialog</name>
    <message>
        <source>Profile %1</source>
        <translation>Perfil %1</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Archivo: %1</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>Exportar el perfil</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Elija otra carpeta o haga sitio.</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Importar un perfil</translation>
    </message>
    <message>
        <source>Profiles (*.toml)</source>
        <translation>Perfiles (*.toml)</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>No se pudo leer %1.</translation>
    </message>
    <message>
        <source>The profile was changed meanwhile; nothing was saved.</source>
        <translation>El perfil ha cambiado entretanto; no se ha guardado nada.</translation>
    </message>
    <message>
        <source>Close this window, open it again to see the change, and enter yours once more.</source>
        <translation>Cierre esta ventana, ábrala otra vez para ver el cambio y escriba de nuevo el suyo.</translation>
    </message>
</context>
<context>
    <name>masclet::PreviewDialog</name>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Tables of the dump</source>
        <translation>Tablas del volcado</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Primeras filas de la tabla</translation>
    </message>
    <message>
        <source>Inside %1</source>
        <translation>Dentro de %1</translation>
    </message>
    <message>
        <source>Search a table</source>
        <translation>Buscar una tabla</translation>
    </message>
    <message>
        <source>Structure of the table</source>
        <translation>Estructura de la tabla</translation>
    </message>
    <message>
        <source>&amp;First rows</source>
        <translation>&amp;Primeras filas</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>&amp;Estructura</translation>
    </message>
    <message>
        <source>Reading the dump…</source>
        <translation>Leyendo el volcado…</translation>
    </message>
    <message>
        <source>It cannot be looked into.</source>
        <translation>No se puede mirar dentro.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows in %n table(s), %2 raw</source>
        <translation>
            <numerusform>%1 filas en %n tabla, %2 sin comprimir</numerusform>
            <numerusform>%1 filas en %n tablas, %2 sin comprimir</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Leyendo %1…</translation>
    </message>
    <message>
        <source>%1: %2 rows, the first %3 shown</source>
        <translation>%1: %2 filas, se muestran las primeras %3</translation>
    </message>
</context>
<context>
    <name>masclet::ProfileList</name>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>masclet::ProofFindings</name>
    <message>
        <source>Looked at</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Findings of the proof</source>
        <translation>Resultados de la prueba</translation>
    </message>
    <message>
        <source>Not proven since this window was opened</source>
        <translation>Sin probar desde que se abrió esta ventana</translation>
    </message>
    <message>
        <source>The proof runs…</source>
        <translation>La prueba está en marcha…</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>Tonight&apos;s run would fail</source>
        <translation>La copia de esta noche fallaría</translation>
    </message>
    <message>
        <source>Tonight&apos;s run will work</source>
        <translation>La copia de esta noche funcionará</translation>
    </message>
    <message>
        <source>It works, and something needs a look</source>
        <translation>Funciona, y hay algo que mirar</translation>
    </message>
</context>
<context>
    <name>masclet::ReportExport</name>
    <message>
        <source>The file&apos;s name must end in .pdf or .json.</source>
        <translation>El nombre del archivo debe terminar en .pdf o .json.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se pudo escribir %1.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Elija otra carpeta o haga sitio.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Documento (*.pdf)</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>Para programas (*.json)</translation>
    </message>
    <message>
        <source>%1 is there already. Is it replaced?</source>
        <translation>%1 ya existe. ¿Se reemplaza?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>As a PDF document, or as JSON for programs</source>
        <translation>Como documento PDF, o como JSON para programas</translation>
    </message>
</context>
<context>
    <name>masclet::RestoreSetPage</name>
    <message>
        <source>Set</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Restore test</source>
        <translation>Probada</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Raw size</source>
        <translation>Sin comprimir</translation>
    </message>
    <message>
        <source>Sets to restore</source>
        <translation>Copias para restaurar</translation>
    </message>
    <message>
        <source>Sets that were restored and compared come first.</source>
        <translation>Primero van las copias que se restauraron y compararon.</translation>
    </message>
    <message>
        <source>A set of this &amp;repository</source>
        <translation>Una copia de este &amp;repositorio</translation>
    </message>
    <message>
        <source>A dump &amp;made elsewhere</source>
        <translation>Un &amp;volcado hecho en otra parte</translation>
    </message>
    <message>
        <source>&amp;Look inside…</source>
        <translation>&amp;Mirar dentro…</translation>
    </message>
    <message>
        <source>What is restored?</source>
        <translation>¿Qué se restaura?</translation>
    </message>
    <message>
        <source>Tables, first rows and structure, without restoring</source>
        <translation>Tablas, primeras filas y estructura, sin restaurar</translation>
    </message>
</context>
<context>
    <name>masclet::RestoreTargetPage</name>
    <message>
        <source>&amp;Beside what is there, as a new database</source>
        <translation>&amp;Junto a lo que hay, como base de datos nueva</translation>
    </message>
    <message>
        <source>In the &amp;place of %1</source>
        <translation>En el &amp;lugar de %1</translation>
    </message>
    <message>
        <source>Leave owners and rights out</source>
        <translation>Omitir propietarios y derechos</translation>
    </message>
    <message>
        <source>Make the set&apos;s roles first, those that are missing</source>
        <translation>Crear antes los roles de la copia que falten</translation>
    </message>
    <message>
        <source>Back up the database that gives way before it does</source>
        <translation>Hacer una copia de la base de datos que cede su lugar antes de que lo ceda</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>¿Adónde va?</translation>
    </message>
    <message>
        <source>On %1, port %2. The set is always loaded into a new database and compared; only then it gets its name.</source>
        <translation>En %1, puerto %2. La copia se carga siempre en una base de datos nueva y se compara; solo después recibe su nombre.</translation>
    </message>
    <message>
        <source>&amp;Name of the new database:</source>
        <translation>&amp;Nombre de la base de datos nueva:</translation>
    </message>
    <message>
        <source>all; or for example animals, public.parts</source>
        <translation>todas; o por ejemplo animals, public.parts</translation>
    </message>
    <message>
        <source>&amp;Rows of these tables only:</source>
        <translation>&amp;Filas solo de estas tablas:</translation>
    </message>
    <message>
        <source>Nothing that is there is touched.</source>
        <translation>No se toca nada de lo que hay.</translation>
    </message>
    <message>
        <source>Services of the profile are stopped, sessions are ended, the database that is there is kept under another name, and services are started again. One click brings it back.</source>
        <translation>Se paran los servicios del perfil, se cierran las sesiones, la base de datos que hay se conserva con otro nombre y los servicios se arrancan otra vez. Un clic la recupera.</translation>
    </message>
</context>
<context>
    <name>masclet::RestoreTestWizard</name>
    <message>
        <source>Test restore of %1</source>
        <translation>Prueba de restauración de %1</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Qué se va a hacer</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>Where is %1 tried out?</source>
        <translation>¿Dónde se prueba %1?</translation>
    </message>
    <message>
        <source>The set is loaded into a place of its own, compared table by table, and removed. Only an equal copy makes it restore-tested.</source>
        <translation>La copia se carga en un lugar propio, se compara tabla por tabla y lo cargado se borra. Solo si todo es igual cuenta como restauración probada.</translation>
    </message>
    <message>
        <source>In a scratch &amp;database on %1</source>
        <translation>En una &amp;base de datos temporal en %1</translation>
    </message>
    <message>
        <source>The same server, extensions and settings; it needs room for the copy there.</source>
        <translation>El mismo servidor, con sus extensiones y ajustes; hace falta espacio allí para lo restaurado.</translation>
    </message>
    <message>
        <source>In a &amp;sandbox on this machine</source>
        <translation>En un &amp;entorno aislado en esta máquina</translation>
    </message>
    <message>
        <source>A throw-away server without network; nothing of the real one is touched.</source>
        <translation>Un servidor desechable sin red; no se toca nada del real.</translation>
    </message>
    <message>
        <source>On the server of &amp;another profile</source>
        <translation>En el servidor de &amp;otro perfil</translation>
    </message>
    <message>
        <source>A scratch database there.</source>
        <translation>Una base de datos temporal allí.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>The scratch copy is removed; the set stays as it is.</source>
        <translation>La base de datos temporal se borra; la copia queda como está.</translation>
    </message>
    <message>
        <source>%1 is not equal</source>
        <translation>%1 no es igual</translation>
    </message>
    <message>
        <source>Loaded in %1.</source>
        <translation>Cargada en %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n table(s) are equal</source>
        <translation>
            <numerusform>%1: %n tabla, y es igual</numerusform>
            <numerusform>%1: las %n tablas son iguales</numerusform>
        </translation>
    </message>
    <message>
        <source>a sandbox on %1</source>
        <translation>un entorno aislado en %1</translation>
    </message>
    <message>
        <source>a scratch database on the server of %1</source>
        <translation>una base de prueba en el servidor de %1</translation>
    </message>
    <message>
        <source>a scratch database on %1</source>
        <translation>una base de prueba en %1</translation>
    </message>
</context>
<context>
    <name>masclet::RestoreWizard</name>
    <message>
        <source>Restore %1</source>
        <translation>Restaurar %1</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>Restaurar ahora</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restaurando</translation>
    </message>
    <message>
        <source>Restoring %1 as %2</source>
        <translation>Restaurando %1 como %2</translation>
    </message>
    <message>
        <source>Everything is as it was before; services are started again.</source>
        <translation>Todo está como antes; los servicios se arrancan otra vez.</translation>
    </message>
    <message>
        <source>Swapping %1 back</source>
        <translation>Volviendo a poner %1 como antes</translation>
    </message>
    <message>
        <source>The restored database stays in its place.</source>
        <translation>La base de datos restaurada sigue en su lugar.</translation>
    </message>
    <message>
        <source>%1 is as it was before</source>
        <translation>%1 está como antes</translation>
    </message>
    <message>
        <source>The restored one is kept as %1.</source>
        <translation>La restaurada se conserva como %1.</translation>
    </message>
    <message>
        <source>The database that was there is kept as %1.</source>
        <translation>La base de datos que había se conserva como %1.</translation>
    </message>
    <message>
        <source>Backup made of it before: %1.</source>
        <translation>Copia que se hizo de ella antes: %1.</translation>
    </message>
    <message>
        <source>%1 is there, and all counts are equal</source>
        <translation>%1 está lista, y todos los conteos son iguales</translation>
    </message>
    <message>
        <source>Go back to the database before</source>
        <translation>Volver a la base de datos anterior</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Qué se va a hacer</translation>
    </message>
    <message>
        <source>Everything is as it was before.</source>
        <translation>Todo está como antes.</translation>
    </message>
</context>
<context>
    <name>masclet::RetentionDialog</name>
    <message numerus="yes">
        <source>the newest %n verified set(s)</source>
        <translation>
            <numerusform>la copia verificada más reciente (%n)</numerusform>
            <numerusform>las %n copias verificadas más recientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n day(s)</source>
        <translation>
            <numerusform>una por día durante %n día</numerusform>
            <numerusform>una por día durante %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n week(s)</source>
        <translation>
            <numerusform>una por semana durante %n semana</numerusform>
            <numerusform>una por semana durante %n semanas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n month(s)</source>
        <translation>
            <numerusform>una por mes durante %n mes</numerusform>
            <numerusform>una por mes durante %n meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of each of %n year(s)</source>
        <translation>
            <numerusform>una por año durante %n año</numerusform>
            <numerusform>una por año durante %n años</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept by the rules: %1; always the newest restore-tested one, and pinned ones.</source>
        <translation>Se conserva por las reglas: %1; siempre la más reciente con restauración probada, y las fijadas.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Sets and what becomes of them</source>
        <translation>Las copias y qué pasa con ellas</translation>
    </message>
    <message>
        <source>Delete what is shown</source>
        <translation>Borrar lo que se muestra</translation>
    </message>
    <message>
        <source>Retention of %1</source>
        <translation>Retención de %1</translation>
    </message>
    <message>
        <source>Type the database&apos;s name, %1, to delete:</source>
        <translation>Para borrar, escribir el nombre de la base de datos, %1:</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>Nothing will be deleted</source>
        <translation>No se borrará nada</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) will be deleted, %1 freed</source>
        <translation>
            <numerusform>Se borrará %n copia, se liberarán %1</numerusform>
            <numerusform>Se borrarán %n copias, se liberarán %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Retention deletes nothing: %1</source>
        <translation>La retención no borra nada: %1</translation>
    </message>
    <message>
        <source>What was deleted stays deleted, the other sets are untouched.</source>
        <translation>Lo borrado queda borrado, las demás copias están intactas.</translation>
    </message>
    <message numerus="yes">
        <source>Retention ended with %n warning(s).</source>
        <translation>
            <numerusform>La retención terminó con %n aviso.</numerusform>
            <numerusform>La retención terminó con %n avisos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::ReviewPage</name>
    <message>
        <source>Nothing has been changed so far. The next button does it.</source>
        <translation>Hasta ahora no se ha cambiado nada. Lo hace el botón siguiente.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar otra vez</translation>
    </message>
    <message>
        <source>Looking at server and repository…</source>
        <translation>Mirando el servidor y el repositorio…</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>masclet::RhythmPage</name>
    <message>
        <source>When, and how long are sets kept?</source>
        <translation>¿Cuándo, y cuánto tiempo se conservan las copias?</translation>
    </message>
    <message>
        <source>The newest proven set is never deleted, whatever these rules say.</source>
        <translation>La copia probada más reciente no se borra nunca, digan lo que digan estas reglas.</translation>
    </message>
    <message>
        <source>The clocks change at that hour</source>
        <translation>A esa hora se cambian los relojes</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>&amp;Usar %1</translation>
    </message>
</context>
<context>
    <name>masclet::RunPage</name>
    <message>
        <source>This window may be closed: the work goes on, and the main window shows it.</source>
        <translation>Esta ventana se puede cerrar: el trabajo sigue, y la ventana principal lo muestra.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>It has ended; nothing of it runs any more.</source>
        <translation>Ha terminado; ya no se está ejecutando nada.</translation>
    </message>
</context>
<context>
    <name>masclet::ScheduleDialog</name>
    <message>
        <source>cron of the machine</source>
        <translation>cron de la máquina</translation>
    </message>
    <message>
        <source>systemd of the machine</source>
        <translation>systemd de la máquina</translation>
    </message>
    <message>
        <source>systemd of this user</source>
        <translation>systemd de este usuario</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>as the profile has it</source>
        <translation>como dice el perfil</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Iniciada por</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>What it says itself</source>
        <translation>Lo que dice él mismo</translation>
    </message>
    <message>
        <source>What starts backups here</source>
        <translation>Qué inicia copias aquí</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima ejecución</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>The next runs</source>
        <translation>Las próximas ejecuciones</translation>
    </message>
    <message>
        <source>&amp;Install…</source>
        <translation>&amp;Instalar…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>&amp;Prove tonight&apos;s run now</source>
        <translation>&amp;Probar ya la de esta noche</translation>
    </message>
    <message>
        <source>Schedule of %1</source>
        <translation>Planificación de %1</translation>
    </message>
    <message>
        <source>What the proof does with its backup</source>
        <translation>Qué hace la prueba con su copia</translation>
    </message>
    <message>
        <source>A real backup, kept as at night</source>
        <translation>Una copia real, guardada como de noche</translation>
    </message>
    <message>
        <source>A whole backup, thrown away</source>
        <translation>Una copia completa, que se desecha</translation>
    </message>
    <message>
        <source>Only look at what it needs</source>
        <translation>Solo mirar lo que necesita</translation>
    </message>
    <message>
        <source>Starts the backup as the scheduler would: same user, no terminal, no session and its keychain, a short PATH.</source>
        <translation>Inicia la copia como lo haría el programador: mismo usuario, sin terminal, sin sesión ni su llavero, con un PATH corto.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Could not check</source>
        <translation>No se pudo comprobar</translation>
    </message>
    <message>
        <source>Nothing starts backups by itself</source>
        <translation>Nada inicia copias por sí solo</translation>
    </message>
    <message>
        <source>Backups may not start by themselves</source>
        <translation>Puede que las copias no se inicien solas</translation>
    </message>
    <message>
        <source>Backups start by themselves</source>
        <translation>Las copias se inician solas</translation>
    </message>
    <message>
        <source>A backup is due now.</source>
        <translation>Ahora toca una copia.</translation>
    </message>
    <message>
        <source>Last run by a scheduler: %1, %2</source>
        <translation>Última ejecución programada: %1, %2</translation>
    </message>
    <message>
        <source>No scheduler has started a run so far.</source>
        <translation>Ningún programador ha iniciado aún una ejecución.</translation>
    </message>
    <message>
        <source>Install the schedule</source>
        <translation>Instalar la planificación</translation>
    </message>
    <message>
        <source>Remove the schedule</source>
        <translation>Quitar la planificación</translation>
    </message>
    <message>
        <source>What will be changed</source>
        <translation>Lo que se cambiará</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Install this</source>
        <translation>Instalar esto</translation>
    </message>
    <message>
        <source>Remove this</source>
        <translation>Quitar esto</translation>
    </message>
    <message>
        <source>Nothing has to be changed.</source>
        <translation>No hay que cambiar nada.</translation>
    </message>
    <message>
        <source>These files and commands, and nothing else:</source>
        <translation>Estos archivos y comandos, y nada más:</translation>
    </message>
    <message>
        <source>Proving the schedule of %1</source>
        <translation>Probando la planificación de %1</translation>
    </message>
    <message>
        <source>Nothing half made stays.</source>
        <translation>No queda nada a medio hacer.</translation>
    </message>
    <message>
        <source>not as the profile has it now</source>
        <translation>no como dice ahora el perfil</translation>
    </message>
</context>
<context>
    <name>masclet::SetDetails</name>
    <message>
        <source>Select a row of the history to see what is in it.</source>
        <translation>Seleccionar una fila del historial para ver lo que contiene.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Counted in the database</source>
        <translation>Contadas en la base de datos</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Sin comprimir</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Rows per table</source>
        <translation>Filas por tabla</translation>
    </message>
    <message>
        <source>Files with checksums</source>
        <translation>Archivos con sumas de comprobación</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Commands that restore the set without this program</source>
        <translation>Comandos que restauran la copia sin este programa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>These commands load the set into a test database. They need PostgreSQL&apos;s own programs only.</source>
        <translation>Estos comandos cargan la copia en una base de datos de prueba. Solo necesitan los programas propios de PostgreSQL.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Restore without this program</source>
        <translation>Restaurar sin este programa</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Phases with their times</source>
        <translation>Fases con sus tiempos</translation>
    </message>
    <message>
        <source>Checklist of the day</source>
        <translation>Lista de verificación del día</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fases</translation>
    </message>
</context>
<context>
    <name>masclet::TrayIcon</name>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Masclet Backup</source>
        <translation>Masclet Backup</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>masclet::TrendChart</name>
    <message>
        <source>Trend of size and duration</source>
        <translation>Evolución de tamaño y duración</translation>
    </message>
    <message>
        <source>%1
%2, %3, %4</source>
        <translation>%1
%2, %3, %4</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>Each backup will stand here with its size, its duration and its restore test.</source>
        <translation>Aquí aparecerá cada copia con su tamaño, su duración y su test de restauración.</translation>
    </message>
    <message>
        <source>The last backups: stored size as bars (%1, left), duration as a line and restore tests as diamonds (%2, right), failed runs as crosses</source>
        <translation>Las últimas copias: tamaño guardado en barras (%1, izquierda), duración en línea y tests de restauración en rombos (%2, derecha), fallos en cruces</translation>
    </message>
    <message>
        <source>Restore test: %1</source>
        <translation>Test de restauración: %1</translation>
    </message>
</context>
<context>
    <name>masclet::VerdictHeader</name>
    <message>
        <source>Back up now…</source>
        <translation>Hacer una copia ahora…</translation>
    </message>
    <message>
        <source>Verify it now</source>
        <translation>Verificarla ahora</translation>
    </message>
    <message>
        <source>Test restore…</source>
        <translation>Probar la restauración…</translation>
    </message>
    <message>
        <source>Show alarms…</source>
        <translation>Mostrar las alarmas…</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>Mostrar qué pasó</translation>
    </message>
    <message>
        <source>Checklist…</source>
        <translation>Checklist…</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Mirarlo…</translation>
    </message>
    <message>
        <source>Work since %1 is in no copy yet.</source>
        <translation>El trabajo desde %1 aún no está en ninguna copia.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar otra vez</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>The repository is being read.</source>
        <translation>Se está leyendo el repositorio.</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Planificación…</translation>
    </message>
    <message>
        <source>Alarms…</source>
        <translation>Alarmas…</translation>
    </message>
    <message>
        <source>Whether an alarm is open could not be checked: %1</source>
        <translation>No se pudo comprobar si hay alguna alarma abierta: %1</translation>
    </message>
</context>
<context>
    <name>masclet::WelcomePage</name>
    <message>
        <source>Make a profile…</source>
        <translation>Crear un perfil…</translation>
    </message>
    <message>
        <source>Backups that are proven to restore</source>
        <translation>Copias que se ha demostrado que se restauran</translation>
    </message>
    <message>
        <source>A profile names a database, where its backups go, and when.</source>
        <translation>Un perfil nombra una base de datos, adónde van sus copias y cuándo.</translation>
    </message>
    <message>
        <source>Each set is dumped in one snapshot, counted, and read back whole.</source>
        <translation>Cada copia se vuelca en una sola instantánea, se cuenta y se relee entera.</translation>
    </message>
    <message>
        <source>A restore test loads it into a scratch database and compares every table.</source>
        <translation>Una prueba de restauración la carga en una base de datos temporal y compara cada tabla.</translation>
    </message>
    <message>
        <source>Only then it counts, and the newest proven one is never deleted.</source>
        <translation>Solo entonces cuenta, y la probada más reciente no se borra nunca.</translation>
    </message>
</context>
<context>
    <name>masclet::Work</name>
    <message>
        <source>Waiting for the store…</source>
        <translation>Esperando al almacén…</translation>
    </message>
</context>
<context>
    <name>masclet::WorkRunner</name>
    <message>
        <source>The disk that holds the backups does not answer.</source>
        <translation>El disco que guarda las copias no responde.</translation>
    </message>
    <message>
        <source>Look at the disk or network share; the command mount lists it. What is shown here is read again as soon as it answers.</source>
        <translation>Mire el disco o la carpeta de red; la orden mount lo muestra. Lo que se ve aquí se vuelve a leer en cuanto responda.</translation>
    </message>
</context>
</TS>
