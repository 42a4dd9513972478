package org.marquetry.data.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.marquetry.platform.testing.InFelix;

/// Run each test in a Felix with what bundles of data stand on: gate, journal, stores, jobs, users,
/// and the HTTP server that the door opens a port of. The home is the test class's own, and stays
/// from run to run.
@InFelix(
    bundles = {
      "org.apache.felix.http.servlet-api",
      "org.apache.commons.commons-io",
      "org.apache.commons.commons-fileupload",
      "com.fasterxml.jackson.core.jackson-annotations",
      "tools.jackson.core.jackson-core",
      "tools.jackson.core.jackson-databind",
      "de.siegmar.fastcsv",
      "bcprov",
      "com.h2database",
      "org.marquetry.lib.duckdb",
      "org.marquetry.shop.api",
      "org.marquetry.platform.api",
      "org.marquetry.privacy.api",
      "org.marquetry.access.api",
      "org.marquetry.sql.api",
      "org.marquetry.warehouse.api",
      "org.marquetry.data.api",
      "org.marquetry.feature.api",
      "org.marquetry.settings.api",
      "org.marquetry.platform.gate",
      "org.apache.felix.http.jetty12",
      "org.marquetry.platform.time",
      "org.marquetry.platform.journal",
      "org.marquetry.sql.h2",
      "org.marquetry.platform.jobs",
      "org.marquetry.access.core",
      "org.marquetry.warehouse.duckdb",
    },
    properties = {
      "marquetry.home=target/home-of-{test}",
      "org.apache.felix.http.enable=false",
      "org.osgi.service.http.port=0"
    })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OnStores {}
