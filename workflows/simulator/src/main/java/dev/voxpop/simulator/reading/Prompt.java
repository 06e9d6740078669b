package dev.voxpop.simulator.reading;

import java.util.List;

/** A prompt taken apart: what there is to read, and what is asked. */
public record Prompt(List<Part> before, Task task) {
  public Prompt {
    before = List.copyOf(before);
  }
}
