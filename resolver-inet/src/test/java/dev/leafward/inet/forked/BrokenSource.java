// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import dev.leafward.inet.InetMode;
import dev.leafward.inet.ResolverSource;
import dev.leafward.resolver.Resolver;
import java.io.IOException;
import java.util.concurrent.Executor;

/** Has no resolver. */
public final class BrokenSource implements ResolverSource {

  /** For the service loader. */
  public BrokenSource() {}

  @Override
  public Resolver open(InetMode kind, Executor tasks) throws IOException {
    throw new IOException("out of resolvers");
  }
}
