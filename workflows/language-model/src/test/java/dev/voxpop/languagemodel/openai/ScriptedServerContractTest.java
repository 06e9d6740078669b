package dev.voxpop.languagemodel.openai;

import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedServerContractTest extends ModelContract {

  private final ScriptedServer server = ScriptedServer.start(new FakeProvider());

  @AfterAll
  void close() {
    server.close();
  }

  @Override
  URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  String model(Kind kind) {
    return "fake-1";
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
