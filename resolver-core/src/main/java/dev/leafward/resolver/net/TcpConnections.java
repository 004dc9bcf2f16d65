// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open, by server, and those that are being made.
 *
 * <p>Invariants: of all that are idle only so many are kept, and the one idle longest goes first;
 * and while a connection to a server is being made for sharing, no second one is. Never waits. Safe
 * for use by many threads.
 */
final class TcpConnections implements TcpConnection.Listener {

  private final int mostIdle;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<InetSocketAddress, List<TcpConnection>> shared = new HashMap<>();
  private final Map<InetSocketAddress, CompletableFuture<TcpConnection>> underWay = new HashMap<>();
  private final SequencedSet<TcpConnection> idle = new LinkedHashSet<>();
  private final Set<TcpConnection> all = new HashSet<>();
  private boolean closed;

  TcpConnections(int mostIdle) {
    this.mostIdle = mostIdle;
  }

  /**
   * Where to get a connection to a server.
   *
   * @param connection one that has room, if there is one
   * @param pending one that somebody makes, or that the caller has to make
   * @param isOwn whether the caller has to make it
   */
  record Lead(
      @Nullable TcpConnection connection,
      CompletableFuture<TcpConnection> pending,
      boolean isOwn) {}

  Lead lead(InetSocketAddress server) throws ClosedChannelException {
    lock.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      for (TcpConnection each : shared.getOrDefault(server, List.of())) {
        if (each.hasRoom()) {
          idle.remove(each);
          return new Lead(each, CompletableFuture.completedFuture(each), false);
        }
      }
      CompletableFuture<TcpConnection> own = new CompletableFuture<>();
      CompletableFuture<TcpConnection> others = underWay.putIfAbsent(server, own);
      return others == null ? new Lead(null, own, true) : new Lead(null, others, false);
    } finally {
      lock.unlock();
    }
  }

  /** Takes note that a connection is made, though nobody may share it yet. */
  void made(TcpConnection connection) throws ClosedChannelException {
    lock.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      all.add(connection);
    } finally {
      lock.unlock();
    }
  }

  /** Lets others use a connection, too. */
  void share(InetSocketAddress server, TcpConnection connection) {
    lock.lock();
    try {
      if (all.contains(connection)) {
        shared.computeIfAbsent(server, unused -> new ArrayList<>()).add(connection);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait for a connection that its maker has made, or has not. */
  void settled(InetSocketAddress server, CompletableFuture<TcpConnection> pending) {
    lock.lock();
    try {
      underWay.remove(server, pending);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void idle(TcpConnection connection) {
    TcpConnection surplus = null;
    lock.lock();
    try {
      if (all.contains(connection)) {
        idle.addLast(connection);
        surplus = idle.size() > mostIdle ? idle.removeFirst() : null;
      }
    } finally {
      lock.unlock();
    }
    if (surplus != null) {
      surplus.endUnused();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where a server has closed one connection it may well have closed others: those that are idle
   * end, too, so that the next query finds a fresh one.
   */
  @Override
  public void ended(TcpConnection connection) {
    List<TcpConnection> siblings = new ArrayList<>();
    lock.lock();
    try {
      all.remove(connection);
      idle.remove(connection);
      for (List<TcpConnection> each : shared.values()) {
        if (each.remove(connection)) {
          siblings.addAll(each);
        }
      }
      shared.values().removeIf(List::isEmpty);
    } finally {
      lock.unlock();
    }
    siblings.forEach(TcpConnection::endUnused);
  }

  /** Ends all connections, and lets nobody have one any more. */
  void close() {
    List<TcpConnection> left;
    lock.lock();
    try {
      closed = true;
      left = List.copyOf(all);
    } finally {
      lock.unlock();
    }
    IOException reason = new ClosedChannelException();
    left.forEach(each -> each.end(reason));
  }
}
