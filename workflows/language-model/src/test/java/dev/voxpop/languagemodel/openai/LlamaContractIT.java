package dev.voxpop.languagemodel.openai;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract against a real llama.cpp server.
 *
 * <p>Needs the environment variable {@code VOXPOP_TEST_LLAMA_URL}, for instance {@code
 * http://127.0.0.1:8000/v1}; without it the tests are reported as skipped.
 */
@QuarkusTest
class LlamaContractIT extends ModelContract {

  private static final String VARIABLE = "VOXPOP_TEST_LLAMA_URL";

  @BeforeEach
  void needsServer() {
    boolean named = System.getenv(VARIABLE) != null;
    if (!named) {
      System.err.println("SKIPPED: no llama.cpp server; set " + VARIABLE + " to its base URL.");
    }
    assumeTrue(named, VARIABLE + " is not set");
  }

  @Override
  URI baseUrl() {
    return URI.create(System.getenv(VARIABLE));
  }

  @Override
  String model(Kind kind) {
    return "llama";
  }

  @Override
  boolean givesSeveralChoices() {
    return false; // n is ignored by llama-cpp-python
  }

  @Override
  boolean refusesUnknownModels() {
    return false;
  }
}
