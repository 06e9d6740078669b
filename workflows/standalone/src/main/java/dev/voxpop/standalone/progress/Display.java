package dev.voxpop.standalone.progress;

import java.io.Console;
import java.io.PrintStream;

/** Where progress is shown; it goes to the error stream, so that results can be piped. */
public interface Display extends AutoCloseable {

  /** Shows a snapshot; never less than the one before. */
  void show(Snapshot snapshot);

  @Override
  void close();

  /** A bar on a terminal, plain lines elsewhere. */
  @SuppressWarnings("SystemConsoleNull") // the null checker knows the older contract
  static Display on(PrintStream stream) {
    Console console = System.console();
    return console != null && console.isTerminal()
        ? new BarDisplay()
        : new LineDisplay(stream, System::nanoTime);
  }
}
