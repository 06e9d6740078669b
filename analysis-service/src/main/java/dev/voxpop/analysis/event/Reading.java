package dev.voxpop.analysis.event;

import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.ResponseCompleted;

/** What a record turned out to be. */
sealed interface Reading {

  /** An answer. */
  record Response(Received<ResponseCompleted> event) implements Reading {}

  /** A closing of an arm. */
  record Closing(Received<ArmCompleted> event) implements Reading {}

  /** A record that can never be read, and why. */
  record Fault(String reason) implements Reading {}
}
