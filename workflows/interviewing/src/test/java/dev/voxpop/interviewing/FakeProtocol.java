package dev.voxpop.interviewing;

import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;

/** A series of equal steps, each one call; the prompt says which series and which step. */
record FakeProtocol(int member, int steps, int step) implements Protocol<FakeResult> {
  @Override
  public Move<FakeResult> move() {
    return step == steps ? new Move.Finished<>() : new FakeAsk(member, step);
  }

  @Override
  public Protocol<FakeResult> with(FakeResult stored) {
    return new FakeProtocol(member, steps, stored.step() + 1);
  }

  @Override
  public Place place() {
    return new Place(step, 0);
  }

  private record FakeAsk(int member, int step) implements Move.Ask<FakeResult> {
    @Override
    public String alias() {
      return "m";
    }

    @Override
    public Prompt prompt() {
      return Prompt.Text.of(member + "/" + step, Decoding.ofMaxTokens(10));
    }

    @Override
    public FakeResult read(Reply reply) {
      return new FakeResult(step, "");
    }

    @Override
    public FakeResult failed(Fault fault) {
      return new FakeResult(step, fault.reason().wireName());
    }
  }
}
