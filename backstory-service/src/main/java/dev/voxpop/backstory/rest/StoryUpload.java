package dev.voxpop.backstory.rest;

import dev.voxpop.backstory.importing.ImportedStory;
import dev.voxpop.backstory.importing.ImportedStory.QuestionOrigin;
import dev.voxpop.backstory.importing.StoryImport;
import dev.voxpop.backstory.store.PoolKind;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.backstory.store.StoryRecord;
import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.backstory.writing.Wording;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.hosting.Json;
import dev.voxpop.hosting.rest.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The upload of stories: read, checked and stored once, under the hash of the file's content. */
@ApplicationScoped
public class StoryUpload {

  private static final int ID_DIGITS = 16;

  private final Pools pools;
  private final Wording wording;

  /** Uploads into pools; texts without a question get the stage's own. */
  @Inject
  public StoryUpload(Pools pools, Wording wording) {
    this.pools = pools;
    this.wording = wording;
  }

  /**
   * What became of a file.
   *
   * @param stories stories of the pool
   * @param ownQuestion stories that brought their own question
   * @param dropped rows that were left out, by reason
   * @param problems the first bad rows, in lenient mode
   */
  public record Receipt(
      String pool,
      int stories,
      int ownQuestion,
      Map<String, Integer> dropped,
      List<String> problems) {

    /** Copies the collections. */
    public Receipt {
      dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
      problems = List.copyOf(problems);
    }
  }

  /** Stores a file's stories, or finds that they are stored. */
  Receipt keep(String name, UploadMode mode, InputStream data) {
    byte[] bytes = bytes(data);
    String pool = "p-" + Sha256.hex(bytes).substring(0, ID_DIGITS);
    StoryFile.Reading reading = StoryFile.read(bytes);
    if (!reading.complete() || (mode == UploadMode.STRICT && reading.bad() > 0)) {
      throw Refusal.invalidData(
          "The file has %d bad rows.".formatted(Math.max(1, reading.bad())),
          "correct what is listed, or send the file with ?mode=lenient",
          reading.problems());
    }
    StoryLayout layout = new StoryLayout(wording.rolesFor(Roles.QUESTION_ANSWER));
    StoryImport.Result result = StoryImport.of(reading.rows(), layout, wording.question().text());
    PoolRecord stored = store(pool, name, result);
    SortedMap<String, Integer> dropped = new TreeMap<>(result.dropped());
    if (reading.bad() > 0) {
      dropped.put("bad-row", reading.bad());
    }
    int own = count(result, QuestionOrigin.OWN);
    return new Receipt(stored.id(), stored.stories(), own, dropped, reading.problems());
  }

  private PoolRecord store(String pool, String name, StoryImport.Result result) {
    List<StoryRecord> rows = new ArrayList<>();
    for (ImportedStory story : result.stories()) {
      rows.add(
          new StoryRecord(
              rows.size(),
              story.id(),
              story.passage(),
              null,
              story.tokens(),
              Json.write(Map.of("text", story.text(), "question", story.question()))));
    }
    int size = rows.size();
    return pools.add(
        new PoolRecord(pool, name, PoolKind.IMPORTED, true, "{}", "", size, size, true), rows);
  }

  private static int count(StoryImport.Result result, QuestionOrigin origin) {
    return (int) result.stories().stream().filter(s -> s.question() == origin).count();
  }

  private static byte[] bytes(InputStream data) {
    try {
      return data.readAllBytes();
    } catch (IOException e) {
      throw Refusal.badRequest("The data ended too early.", "send them again");
    }
  }
}
