/** The events on Kafka: topics, records and headers; their JSON Schemas are in {@code schemas/}. */
@NullMarked
package dev.voxpop.contracts.event;

import org.jspecify.annotations.NullMarked;
