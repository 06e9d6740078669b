package dev.voxpop.languagemodel.openai;

import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import dev.voxpop.simulator.SimulatorOptions;
import dev.voxpop.simulator.SimulatorServer;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorContractTest extends ModelContract {

  private final SimulatorServer server = SimulatorServer.start(SimulatorOptions.DEFAULTS);

  @AfterAll
  void close() {
    server.close();
  }

  @Override
  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port() + "/v1");
  }

  @Override
  String model(Kind kind) {
    return kind == Kind.CHAT ? "sim-chat-1" : "sim-base-1";
  }

  @Override
  boolean givesSeveralChoices() {
    return true;
  }

  @Override
  boolean refusesUnknownModels() {
    return true;
  }
}
