package dev.voxpop.standalone.command;

import dev.voxpop.instrument.file.FileProblem;
import dev.voxpop.instrument.file.Reading;
import dev.voxpop.instrument.file.Shipped;
import dev.voxpop.instrument.file.WaveReader;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Wave files named on the command line. */
final class WaveFiles {

  private WaveFiles() {}

  static Wave read(Path file) throws IOException {
    return switch (WaveReader.with(Shipped.traits())
        .read(Files.readAllBytes(file), file.toString())) {
      case Reading.Accepted<Wave> accepted -> accepted.value();
      case Reading.Refused<Wave> refused ->
          throw new UserError(
              ExitCode.INVALID,
              refused.problems().stream()
                  .map(FileProblem::toString)
                  .collect(Collectors.joining("\n")));
    };
  }
}
