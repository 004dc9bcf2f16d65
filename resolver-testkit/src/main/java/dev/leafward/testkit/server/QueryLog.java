// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers the queries that mocked servers receive, in their order; for use by many threads. */
public final class QueryLog {

  private final Queue<ReceivedQuery> queries = new ConcurrentLinkedQueue<>();

  /** An empty log. */
  public QueryLog() {}

  void add(ReceivedQuery query) {
    queries.add(query);
  }

  /** What was received until now. */
  public List<ReceivedQuery> all() {
    return List.copyOf(queries);
  }

  /** Forgets what was received until now. */
  public void clear() {
    queries.clear();
  }
}
