package dev.voxpop.backstory.importing;

import dev.voxpop.backstory.importing.ImportedStory.QuestionOrigin;
import dev.voxpop.backstory.writing.StoryLayout;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.instrument.format.RoleWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the rows of a file into stories: passage, id, tokens; repeats are dropped and counted. */
public final class StoryImport {

  private static final int ID_DIGITS = 16;
  private static final int CHARACTERS_A_TOKEN = 4;

  private final StoryLayout layout;
  private final String question;
  private final Set<String> texts = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<ImportedStory> kept = new ArrayList<>();
  private final SortedMap<String, Integer> dropped = new TreeMap<>();

  private StoryImport(StoryLayout layout, String question) {
    this.layout = layout;
    this.question = question;
  }

  /** What an import keeps, and how many rows it dropped by reason. */
  public record Result(List<ImportedStory> stories, Map<String, Integer> dropped) {

    /** Copies the collections. */
    public Result {
      stories = List.copyOf(stories);
      dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    }
  }

  /** Imports rows; texts without a question of their own get this one. */
  public static Result of(List<ImportedText> rows, StoryLayout layout, String question) {
    StoryImport work = new StoryImport(layout, question);
    rows.forEach(work::add);
    return new Result(work.kept, work.dropped);
  }

  private void add(ImportedText row) {
    String id = row.id() == null ? idOf(row.text()) : row.id();
    if (!texts.add(Sha256.hex(row.text()))) {
      dropped.merge("repeated-text", 1, Integer::sum);
    } else if (!ids.add(id)) {
      dropped.merge("repeated-id", 1, Integer::sum);
    } else {
      kept.add(story(id, row));
    }
  }

  private ImportedStory story(String id, ImportedText row) {
    Optional<QuestionAndAnswer> own = QuestionAndAnswer.of(row.text());
    String text = own.map(QuestionAndAnswer::answer).orElse(row.text());
    Integer counted = row.tokens();
    return new ImportedStory(
        id,
        own.isPresent() ? row.text() : layoutOf(row).passage(question, row.text()),
        text,
        own.isPresent() ? QuestionOrigin.OWN : QuestionOrigin.DEFAULT,
        counted == null ? Math.ceilDiv(text.length(), CHARACTERS_A_TOKEN) : counted);
  }

  private StoryLayout layoutOf(ImportedText row) {
    String asker = row.asker();
    String answerer = row.answerer();
    return asker == null || answerer == null || asker.isBlank() || answerer.isBlank()
        ? layout
        : new StoryLayout(RoleWords.of(asker, answerer));
  }

  /** The id of a text that brings none. */
  static String idOf(String text) {
    return "b-" + Sha256.hex(text).substring(0, ID_DIGITS);
  }
}
