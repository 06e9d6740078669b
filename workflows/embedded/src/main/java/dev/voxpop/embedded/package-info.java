/**
 * PostgreSQL, Kafka and Temporal started in or beside this process when no external server is
 * configured.
 */
@NullMarked
package dev.voxpop.embedded;

import org.jspecify.annotations.NullMarked;
