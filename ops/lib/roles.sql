-- The database and its two roles: the owner migrates; the application may only read and append (what it may stands in
-- the migration's last step). Run once, as the superuser of the server.
create role ledger_owner login;
create role ledger_app login;
create database ledger owner ledger_owner;
