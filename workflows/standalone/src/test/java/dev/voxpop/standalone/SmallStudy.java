package dev.voxpop.standalone;

/** A study that is small and still has every kind of arm, and an audit of one. */
final class SmallStudy {

  private SmallStudy() {}

  static String document(String id) {
    return """
        {"apiVersion": "v1", "id": "%s", "seed": 11,
         "survey": {"wave": "harbour-city-2026", "questions": "core"},
         "sample": {"humans": "harbour-city-panel", "size": 60},
         "models": {"interview": "base", "stories": "base", "judge": "chat", "reader": "chat"},
         "traits": {"samples": 8},
         "pools": {"natural": {"generate": {"stories": 40}}, "primed": {"prime": {"style": "bio"}}},
         "matchings": {"greedy": {"pool": "natural"},
                       "maximum": {"pool": "natural", "method": "maximum-weight"}},
         "arms": [{"id": "baseline-qa", "baseline": "qa", "decoding": {"tokenProbabilities": true}},
                  {"id": "primed", "stories": "primed"},
                  {"id": "greedy-bio", "matching": "greedy", "append": "bio"},
                  {"id": "maximum", "matching": "maximum"},
                  {"id": "raked", "stories": "natural", "weights": "raked"}],
         "audit": {"arm": "greedy-bio", "personas": 10,
                   "factors": {"symbol": ["upper", "number"]}},
         "analysis": {"splits": 50, "bootstrap": 50, "raking": {"traits": ["age_4", "education"]}},
         "budget": {"usd": "5.00"}}
        """
        .formatted(id);
  }
}
