package dev.voxpop.worker;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out, and says so, what needs the real Temporal dev server where there is none. */
public final class RealServer implements ExecutionCondition {

  private static final String VARIABLE = "VOXPOP_EMBEDDED_TEMPORAL_BINARY";

  /** The {@code temporal} tool: as the variable says, else the first on the path. */
  public static Optional<Path> binary() {
    String named = System.getenv(VARIABLE);
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "temporal"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Path> binary = binary();
    if (binary.isPresent()) {
      return ConditionEvaluationResult.enabled("the real server is " + binary.get());
    }
    long tests =
        context.getTestClass().stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(RealServer::test)
            .count();
    String said =
        "LEFT OUT: %d tests on a real Temporal server, because %s names no temporal tool and the path has none."
            .formatted(tests, VARIABLE);
    if (context.getTestMethod().isEmpty()) {
      System.err.println(said);
    }
    return ConditionEvaluationResult.disabled(said);
  }

  private static boolean test(Method method) {
    return method.isAnnotationPresent(Test.class);
  }
}
