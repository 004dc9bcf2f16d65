// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.engine;

import dev.leafward.resolver.answer.Step;
import dev.leafward.resolver.cache.Outcome;
import dev.leafward.resolver.cache.Trust;
import dev.leafward.resolver.config.RebindingProtection;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.AAAA;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.HTTPS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.SVCB;
import dev.leafward.wire.rdata.ServiceBinding;
import dev.leafward.wire.rdata.SvcParam;
import dev.leafward.wire.rdata.SvcParamKey;
import dev.leafward.wire.rdata.SvcParams;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes private addresses out of what callers hear of public names, if that is wanted.
 *
 * <p>It stands at the very end, behind cache and aliases, and not where replies are scrubbed: the
 * cache then holds the truth, name servers may have whatever addresses they have, and the whole
 * chain of aliases is in sight. For an exception counts only if every name on it is one: a public
 * name that is an alias of an exception is still a public name to whoever asked for it.
 */
final class RebindingGuard {

  private final RebindingProtection protection;
  private final Predicate<Question> isLocal;

  /**
   * A guard.
   *
   * @param isLocal whether local data answer a question
   */
  RebindingGuard(RebindingProtection protection, Predicate<Question> isLocal) {
    this.protection = protection;
    this.isLocal = isLocal;
  }

  /** What of an outcome a caller may hear; the recorder hears of the rest. */
  Outcome pass(Question question, AliasChaser.Chased chased, Recorder recorder) {
    if (protection.withheld().isEmpty()
        || !(chased.outcome() instanceof Outcome.Positive(List<RRset> rrsets, Trust trust))
        || rrsets.stream().allMatch(rrset -> harmless(rrset).equals(rrset.rdata()))
        || isTrusted(question, chased.aliases())) {
      return chased.outcome();
    }
    List<RRset> passed = new ArrayList<>();
    for (RRset rrset : rrsets) {
      List<RData> kept = harmless(rrset);
      if (!kept.equals(rrset.rdata())) {
        recorder.step(new Step.Withheld(rrset, "private addresses of a public name"));
      }
      if (!kept.isEmpty()) {
        passed.add(kept.equals(rrset.rdata()) ? rrset : unsigned(rrset, kept));
      }
    }
    return passed.isEmpty() ? new Outcome.NoData(Optional.empty()) : new Outcome.Positive(passed);
  }

  private boolean isTrusted(Question question, List<RRset> aliases) {
    Stream<DomainName> targets =
        aliases.stream().flatMap(rrset -> rrset.as(CNAME.class).stream()).map(CNAME::target);
    return Stream.concat(Stream.of(question.name()), targets)
        .allMatch(name ->
            protection.allows(name)
                || isLocal.test(new Question(name, question.type(), question.rrClass())));
  }

  /** What is left of a set is not what was signed. */
  private static RRset unsigned(RRset rrset, List<RData> kept) {
    return RRset.of(rrset.name(), rrset.rrClass(), rrset.ttl(), kept, List.of());
  }

  private List<RData> harmless(RRset rrset) {
    return rrset.rdata().stream().flatMap(this::harmless).toList();
  }

  private Stream<RData> harmless(RData data) {
    return switch (data) {
      case A a -> protection.withholds(a.address()) ? Stream.empty() : Stream.of(a);
      case AAAA aaaa -> protection.withholds(aaaa.address()) ? Stream.empty() : Stream.of(aaaa);
      case ServiceBinding binding -> harmless(binding);
      default -> Stream.of(data);
    };
  }

  private Stream<RData> harmless(ServiceBinding binding) {
    List<SvcParam> params = binding.params().list().stream().flatMap(this::harmless).toList();
    if (params.equals(binding.params().list())) {
      return Stream.of(binding);
    }
    if (isMandatoryKeyGone(binding.params(), params)) {
      return Stream.empty(); // RFC 9460 section 8: nobody could use it any more
    }
    return Stream.of(
        switch (binding) {
          case SVCB svcb -> new SVCB(svcb.priority(), svcb.target(), new SvcParams(params));
          case HTTPS https -> new HTTPS(https.priority(), https.target(), new SvcParams(params));
        });
  }

  private static boolean isMandatoryKeyGone(SvcParams before, List<SvcParam> after) {
    List<SvcParamKey> left = after.stream().map(SvcParam::key).toList();
    return before
        .find(SvcParam.Mandatory.class)
        .filter(mandatory -> !left.containsAll(mandatory.keys()))
        .isPresent();
  }

  private Stream<SvcParam> harmless(SvcParam param) {
    return switch (param) {
      case SvcParam.Ipv4Hint hint ->
          Optional.of(harmless(hint.addresses()))
              .filter(left -> !left.isEmpty())
              .<SvcParam>map(SvcParam.Ipv4Hint::new)
              .stream();
      case SvcParam.Ipv6Hint hint ->
          Optional.of(harmless(hint.addresses()))
              .filter(left -> !left.isEmpty())
              .<SvcParam>map(SvcParam.Ipv6Hint::new)
              .stream();
      default -> Stream.of(param);
    };
  }

  private <T extends InetAddress> List<T> harmless(List<T> addresses) {
    return addresses.stream().filter(address -> !protection.withholds(address)).toList();
  }
}
