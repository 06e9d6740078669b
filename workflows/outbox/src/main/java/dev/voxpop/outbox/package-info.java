/** The way of finished rows to Kafka: a table beside the rows and a relay that empties it. */
@NullMarked
package dev.voxpop.outbox;

import org.jspecify.annotations.NullMarked;
