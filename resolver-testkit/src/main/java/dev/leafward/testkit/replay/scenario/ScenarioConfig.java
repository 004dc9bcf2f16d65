// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration part of a scenario: settings in clauses.
 *
 * <p>What stands outside of any clause, which in Deckard's dialect is all, belongs to the clause
 * {@link #SERVER}.
 *
 * @param clauses in the order of the file; a name may come several times
 * @param files the texts of temporary files by their names, trust anchor files among them
 */
public record ScenarioConfig(List<Clause> clauses, Map<String, List<String>> files) {

  /** The clause of what belongs to no other. */
  public static final String SERVER = "server";

  /** Copies list and map. */
  public ScenarioConfig {
    clauses = List.copyOf(clauses);
    files = Map.copyOf(files);
  }

  /** A clause: its name and its settings in order. */
  public record Clause(String name, List<Setting> settings) {

    /** Copies the list. */
    public Clause {
      settings = List.copyOf(settings);
    }

    /** All values of a key, in order. */
    public List<String> all(String key) {
      return settings.stream().filter(each -> each.key().equals(key)).map(Setting::value).toList();
    }

    /** The last value of a key, which is the one that counts where there can be but one. */
    public Optional<String> last(String key) {
      List<String> values = all(key);
      return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }
  }

  /**
   * One line of a clause.
   *
   * @param key what stands before the colon
   * @param value what stands behind it, without quotes around it
   * @param line where, counted from 1
   */
  public record Setting(String key, String value, int line) {}

  /** The clauses of a name, in order. */
  public List<Clause> clauses(String name) {
    return clauses.stream().filter(each -> each.name().equals(name)).toList();
  }

  /** All settings of the server itself, as one clause. */
  public Clause server() {
    Stream<Setting> settings = clauses(SERVER).stream().flatMap(each -> each.settings().stream());
    return new Clause(SERVER, settings.toList());
  }
}
