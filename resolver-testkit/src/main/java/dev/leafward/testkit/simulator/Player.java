// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.simulator;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.spi.ResolutionListener;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.testkit.simulation.SimulatedThreads;
import dev.leafward.testkit.simulator.History.Age;
import dev.leafward.testkit.simulator.Play.Call;
import dev.leafward.testkit.simulator.Play.RoundPlay;
import dev.leafward.testkit.simulator.Round.Caller;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.message.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Plays a {@link Scenario} with a resolver of its own. Used once. */
final class Player {

  private final Scenario scenario;
  private final SimulatedInternet internet;
  private final SimulatedThreads threads;
  private Oracle oracle;
  private final List<Step.Exchange> steps = new ArrayList<>();

  Player(Scenario scenario) {
    this.scenario = scenario;
    this.internet = MockInternet.simulated(scenario.seed());
    this.threads = internet.threads();
    this.oracle = new Oracle(scenario.topology());
    build();
  }

  private void build() {
    for (Plot plot : scenario.topology().plots()) {
      if (!plot.servers().isEmpty()) {
        internet.add(Zone.of(plot.origin(), plot.records()), plot.servers().toArray(String[]::new));
      }
    }
    scenario
        .behaviours()
        .forEach((address, behaviour) -> behaviour.change().accept(internet.server(address)));
    for (Detour detour : scenario.setup().detours()) {
      detour.forwarders().forEach(this::addForwarder);
    }
    internet.server(Poison.SERVER).responding(Poison.knowsEverything());
    internet.conditions(scenario.weather());
  }

  private void addForwarder(String address, Behaviour behaviour) {
    MockServer server = internet.server(address).responding(new Forwarder(() -> oracle));
    behaviour.change().accept(server);
  }

  Play play() {
    List<RoundPlay> rounds = new ArrayList<>();
    Throwable breakdown = null;
    try (Resolver resolver =
        scenario
            .setup()
            .applyTo(internet.recursive())
            .executor(threads)
            .listener(new Observer())
            .build()) {
      for (int i = 0; i < scenario.rounds().size(); i++) {
        Round round = scenario.rounds().get(i);
        threads.advanceTo(threads.time().nanos() + round.pause().toNanos());
        turnTo(scenario.history().of(i));
        rounds.add(play(round, resolver));
      }
    } catch (RuntimeException | Error e) {
      breakdown = e;
    }
    return new Play(rounds, internet.log(), steps, Optional.ofNullable(breakdown));
  }

  /** The zones change, and some servers may not be reached for a while. */
  private void turnTo(Age age) {
    for (Plot plot : age.changed()) {
      Zone zone = Zone.of(plot.origin(), plot.records());
      plot.servers().forEach(server -> internet.server(server).serve(zone));
    }
    oracle = new Oracle(age.topology());
    for (String server : scenario.topology().servers()) {
      LinkConditions weather = scenario.weather();
      internet.conditions(
          server, age.unreachable().contains(server) ? weather.withLoss(1) : weather);
    }
  }

  private RoundPlay play(Round round, Resolver resolver) {
    long begun = threads.time().nanos();
    int sent = internet.log().size();
    long received = internet.receivedOctets();
    List<Asking> all = round.callers().stream().map(Asking::new).toList();
    all.forEach(each -> each.begin(resolver));
    threads.run();
    return new RoundPlay(
        begun,
        threads.time().nanos(),
        all.stream().map(Asking::call).toList(),
        internet.log().size() - sent,
        internet.receivedOctets() - received,
        threads.alive(),
        resolver.cache().entries().toList());
  }

  /** One call of the resolver, under way or done. */
  private final class Asking {
    private final Caller caller;
    private final long begunNanos = threads.time().nanos();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Thread thread;
    private @Nullable Answer answer;
    private @Nullable Failure failure;
    private Duration took = Duration.ZERO;

    Asking(Caller caller) {
      this.caller = caller;
    }

    void begin(Resolver resolver) {
      threads.execute(() -> ask(resolver));
      if (caller.leavesEarly()) {
        threads.execute(this::leave);
      }
    }

    private void ask(Resolver resolver) {
      thread = Thread.currentThread();
      try {
        answer = resolver.resolve(caller.question(), caller.allowed());
      } catch (ResolutionException e) {
        failure = e.failure();
      } finally {
        took = Duration.ofNanos(threads.time().nanos() - begunNanos);
        done.complete(null);
      }
    }

    private void leave() {
      try {
        boolean ended = threads.time().await(done, begunNanos + caller.patience().toNanos());
        if (!ended && thread != null) {
          thread.interrupt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    Call call() {
      return new Call(caller, answer, failure, took);
    }
  }

  /** Hears of every exchange, those of the lookups on the way included. */
  private final class Observer implements ResolutionListener {
    @Override
    public void step(Step step) {
      if (step instanceof Step.Exchange exchange) {
        steps.add(exchange);
      }
    }

    @Override
    public ResolutionListener lookup(Question needed) {
      return this;
    }
  }
}
