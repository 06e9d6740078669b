package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents from files. */
final class Documents {

  private Documents() {}

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.INVALID,
          "The file " + file + " cannot be read.\nMaybe write a document with: ./voxpop init");
    }
  }
}
