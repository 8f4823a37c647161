-- Runs once, as the superuser, when the database cluster is made (deploy/compose.yaml). On a managed PostgreSQL run it
-- by hand, with both passwords in the environment: psql --file roles.sql.
--
-- docket_owner owns the schema and makes the role docket_app, hence CREATEROLE. docket_service is what the service logs
-- in as: it inherits nothing, and is only what it becomes by SET ROLE docket_app.

\set ON_ERROR_STOP on
\getenv owner_password DOCKET_OWNER_PASSWORD
\getenv service_password DOCKET_SERVICE_PASSWORD

CREATE ROLE docket_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE docket_service LOGIN NOINHERIT PASSWORD :'service_password';

CREATE DATABASE docket OWNER docket_owner;
REVOKE ALL ON DATABASE docket FROM PUBLIC;
GRANT CONNECT ON DATABASE docket TO docket_service;
