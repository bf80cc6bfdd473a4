// The settings of SQLite that only a variadic function sets, which Swift does not import.

#ifndef SQLITE_SETTINGS_H
#define SQLITE_SETTINGS_H

#include <sqlite3.h>

// Has a connection refuse SQL that could damage the file it works on, such as a change of
// `writable_schema` (sqlite.org/c3ref/c_dbconfig_defensive.html). Returns SQLite's code.
int sqlite_settings_defend(sqlite3 *connection);

#endif
