// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.host.AddressNames.HostName;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import dev.leafward.wire.name.ReverseName;
import dev.leafward.wire.rdata.PTR;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service {@code dns}: A and AAAA records under the names of the search list, PTR records.
 *
 * <p>Both families are asked for side by side, or one after the other with {@link
 * StubFlag#SINGLE_REQUEST}. One that fails is made up for by the other: what there is, is the
 * answer, and the step says what failed.
 */
final class DnsService implements HostService {

  private final Inquiries inquiries;
  private final SearchList search;
  private final Set<StubFlag> flags;

  DnsService(Inquiries inquiries, SearchList search, Set<StubFlag> flags) {
    this.inquiries = inquiries;
    this.search = search;
    this.flags = flags;
  }

  @Override
  public HostAnswer lookup(String host, AddressFamilies families) throws ResolutionException {
    List<RRType> types = types(families);
    if (types.isEmpty()) {
      return new HostAnswer.NoAddress(
          host,
          OptionalLong.empty(),
          false,
          List.of(HostStep.of(NsSwitch.DNS, "AAAA records are not asked for (no-aaaa)")));
    }
    List<AddressReplies> tried = new ArrayList<>();
    try {
      AddressReplies decisive =
          SearchWalk.walk(
              search,
              host,
              name -> {
                AddressReplies replies = ask(name, types);
                tried.add(replies);
                return replies;
              });
      return decisive.answer(host, step(tried));
    } catch (InvalidNameException e) {
      HostStep step = HostStep.of(NsSwitch.DNS, "no domain name: " + e.getMessage());
      return new HostAnswer.NoSuchHost(host, OptionalLong.empty(), false, List.of(step));
    }
  }

  private List<RRType> types(AddressFamilies families) {
    return Stream.of(RRType.A, RRType.AAAA)
        .filter(type ->
            type.equals(RRType.A)
                ? families.includesIpv4()
                : families.includesIpv6() && !flags.contains(StubFlag.NO_AAAA))
        .toList();
  }

  private AddressReplies ask(DomainName name, List<RRType> types) {
    List<Question> questions = types.stream().map(type -> new Question(name, type)).toList();
    return new AddressReplies(
        flags.contains(StubFlag.SINGLE_REQUEST)
            ? inquiries.askInTurn(questions)
            : inquiries.askSideBySide(questions));
  }

  private static HostStep step(List<AddressReplies> tried) {
    return stepOf(tried.stream().flatMap(each -> each.replies().stream()).toList());
  }

  private static HostStep stepOf(List<Reply> replies) {
    return new HostStep(
        NsSwitch.DNS,
        () -> replies.stream().map(Reply::words).collect(Collectors.joining("; ")),
        replies.stream().map(Reply::explanation).toList());
  }

  @Override
  public AddressNames lookup(InetAddress address) throws ResolutionException {
    Reply reply = inquiries.ask(new Question(ReverseName.of(address), RRType.PTR));
    List<HostStep> steps = List.of(stepOf(List.of(reply)));
    return switch (reply) {
      case Reply.Failed failed -> throw failed.exception();
      case Reply.Answered(Answer answer) ->
          new AddressNames(
              address, names(answer), OptionalLong.of(answer.ttl()), answer.isStale(), steps);
    };
  }

  private static List<HostName> names(Answer answer) {
    if (!(answer instanceof Answer.Found found)) {
      return List.of();
    }
    Provenance from = new Provenance.Dns(answer.canonicalName(), answer.ttl(), answer.isStale());
    return found.as(PTR.class).stream()
        .filter(ptr -> !ptr.target().isRoot())
        .map(ptr -> HostText.withoutFinalDot(ptr.target().toString()))
        .distinct()
        .map(name -> new HostName(name, from))
        .toList();
  }
}
