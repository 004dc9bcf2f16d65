// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.InetMode;
import dev.leafward.inet.ResolverSource;
import dev.leafward.resolver.Resolver;
import java.util.concurrent.Executor;

/** Gives nothing, which its interface forbids. */
public final class EmptySource implements ResolverSource {

  /** For the service loader. */
  public EmptySource() {}

  @Override
  @SuppressWarnings("NullAway")
  public Resolver open(InetMode kind, Executor tasks) {
    return null;
  }
}
