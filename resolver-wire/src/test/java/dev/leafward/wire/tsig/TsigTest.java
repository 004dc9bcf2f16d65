// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.rdata.TSIG;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class TsigTest {
  static final List<TsigVectors.Exchange> ACCEPTED = TsigVectors.ACCEPTED;

  private static final TsigKey KEY = TsigVectors.KEY;
  private static final Instant NOW = Instant.ofEpochSecond(1_795_300_000);
  private static final TsigKeyring KEYRING = TsigKeyring.of(List.of(KEY));
  private static final Message QUERY =
      Message.query(new Question(DomainName.of("www.example.test."), RRType.A))
          .id(4711)
          .edns(Edns.of(1232))
          .build();

  private static TsigSigner signerOf(TsigKey key, TsigVectors.Exchange exchange) {
    TsigSigner signer = TsigSigner.ofRequest(key);
    int id = Octets.of(exchange.queryOctets()).octetAt(1) | 0x1200;
    byte[] query = signer.sign(QUERY.toBuilder().id(id).build(), at(exchange.seconds()));
    assertThat(query).isEqualTo(exchange.queryOctets());
    return signer;
  }

  private static Instant at(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  private static TsigException failure(Attempt attempt) {
    return catchThrowableOfType(TsigException.class, attempt::run);
  }

  private interface Attempt {
    void run() throws TsigException, WireFormatException;
  }

  @ParameterizedTest
  @FieldSource("ACCEPTED")
  void queriesAreSignedAsNsdAcceptsThemAndItsAnswersVerify(TsigVectors.Exchange exchange)
      throws Exception {
    TsigKey key = TsigVectors.key(keyName(exchange), exchange.algorithm());
    TsigSigner signer = signerOf(key, exchange);
    TsigVerifier verifier = signer.responses();

    Message response = verifier.verify(exchange.responseOctets(), at(exchange.seconds()));

    assertThat(response.answers()).hasSize(1);
    assertThat(response.edns()).isPresent();
    assertThat(response.additionals()).extracting(ResourceRecord::type).containsExactly(RRType.A);
    assertThat(verifier.isVerified()).isTrue();
  }

  private static String keyName(TsigVectors.Exchange exchange) {
    return exchange.algorithm() == TsigAlgorithm.HMAC_MD5
        ? "k-md5."
        : exchange.algorithm().algorithmName().toString().replace("hmac", "k");
  }

  @Test
  void whatNsdRefusesIsReported() {
    TsigVectors.Exchange cut = TsigVectors.CUT;
    TsigVerifier half = signerOf(KEY.withMacOctets(16), cut).responses();
    TsigException badSignature =
        failure(() -> half.verify(cut.responseOctets(), at(cut.seconds())));
    assertThat(badSignature.error()).isEqualTo(TsigError.BADSIG);
    assertThat(badSignature.isReport()).isTrue();

    TsigVectors.Exchange unknown = TsigVectors.UNKNOWN_KEY;
    TsigKey none = TsigVectors.key("k-none.", TsigAlgorithm.HMAC_SHA256);
    TsigVerifier nobody = signerOf(none, unknown).responses();
    assertThat(failure(() -> nobody.verify(unknown.responseOctets(), at(unknown.seconds()))))
        .extracting(TsigException::error, TsigException::isReport)
        .containsExactly(TsigError.BADKEY, true);

    TsigVectors.Exchange late = TsigVectors.LATE;
    TsigSigner signer = TsigSigner.ofRequest(KEY);
    Message query = QUERY.toBuilder().id(4714).build();
    assertThat(signer.sign(query, at(late.seconds() - 1000))).isEqualTo(late.queryOctets());
    assertThat(failure(() -> signer.responses().verify(late.responseOctets(), at(late.seconds()))))
        .extracting(TsigException::error, TsigException::isReport)
        .containsExactly(TsigError.BADTIME, true);
  }

  @Test
  void aQueryOfDigVerifies() throws Exception {
    TsigRequest request = KEYRING.verify(TsigVectors.DIG_QUERY, at(TsigVectors.DIG_SECONDS + 300));

    assertThat(request.message().questions())
        .containsExactly(new Question(DomainName.of("a.test."), RRType.A));
    assertThat(request.key()).isSameAs(KEY);
  }

  @Test
  void aTransferOfSeveralMessagesVerifies() throws Exception {
    TsigSigner signer = TsigSigner.ofRequest(KEY);
    Message query =
        Message.query(new Question(DomainName.of("big.test."), RRType.AXFR)).id(99).build();
    Instant when = at(TsigVectors.TRANSFER_SECONDS);
    assertThat(signer.sign(query, when)).isEqualTo(TsigVectors.TRANSFER_QUERY);

    TsigVerifier verifier = signer.responses();
    int records = 0;
    for (byte[] message : transfer()) {
      records += verifier.verify(message, when).answers().size();
      assertThat(verifier.isVerified()).isTrue();
    }
    assertThat(records).isEqualTo(143);
  }

  @Test
  void aMessageMissingFromATransferIsNoticed() throws Exception {
    TsigSigner signer = TsigSigner.ofRequest(KEY);
    Message query =
        Message.query(new Question(DomainName.of("big.test."), RRType.AXFR)).id(99).build();
    Instant when = at(TsigVectors.TRANSFER_SECONDS);
    signer.sign(query, when);
    TsigVerifier verifier = signer.responses();
    List<byte[]> messages = transfer();
    verifier.verify(messages.get(0), when);

    assertThat(failure(() -> verifier.verify(messages.get(2), when)).error())
        .isEqualTo(TsigError.BADSIG);
    assertThat(failure(() -> verifier.verify(messages.get(1), when)).error())
        .isEqualTo(TsigError.BADSIG);
    assertThat(verifier.isVerified()).isFalse();
  }

  private static List<byte[]> transfer() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(TsigVectors.TRANSFER)))) {
      for (int i = 0; i < 3; i++) {
        messages.add(in.readNBytes(in.readUnsignedShort()));
      }
      assertThat(in.read()).isEqualTo(-1);
    }
    return messages;
  }

  /**
   * The ID is not signed, so that forwarders can change it, and the names of key and algorithm are
   * signed in lower case. All else must be refused.
   */
  @Test
  void everySingleBitFlipIsRefused() throws Exception {
    TsigVectors.Exchange exchange = TsigVectors.ACCEPTED.get(3);
    TsigVerifier verifier = signerOf(KEY, exchange).responses();
    byte[] whole = exchange.responseOctets();
    Instant when = at(exchange.seconds());
    List<Integer> accepted = new ArrayList<>();
    for (int bit = Short.SIZE; bit < whole.length * Byte.SIZE; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      Throwable refusal = catchThrowable(() -> freshVerifier(exchange).verify(flipped, when));
      if (refusal == null) {
        accepted.add(bit);
      } else {
        assertThat(refusal).isInstanceOfAny(TsigException.class, WireFormatException.class);
      }
    }

    // k-sha256 has four letters, hmac-sha256 seven
    assertThat(accepted).hasSize(4 + 7).allMatch(bit -> bit % Byte.SIZE == 5);
    assertThat(verifier.verify(whole, when).rcode()).isEqualTo(Rcode.NOERROR);
  }

  private static TsigVerifier freshVerifier(TsigVectors.Exchange exchange) {
    return signerOf(KEY, exchange).responses();
  }

  @Test
  void forgedResponsesLeaveTheVerifierWaiting() throws Exception {
    TsigVectors.Exchange exchange = TsigVectors.ACCEPTED.get(3);
    TsigVerifier verifier = signerOf(KEY, exchange).responses();
    Instant when = at(exchange.seconds());
    byte[] forged = exchange.responseOctets();
    forged[40] ^= 1;

    assertThat(failure(() -> verifier.verify(forged, when)).error()).isEqualTo(TsigError.BADSIG);
    assertThat(failure(() -> verifier.verify(MessageCodec.encode(QUERY), when)).error())
        .isEqualTo(TsigError.FORMERR);
    assertThat(verifier.verify(exchange.responseOctets(), when).answers()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(TsigAlgorithm.class)
  void requestsAndResponsesAreSignedAndVerifiedWithEachAlgorithm(TsigAlgorithm algorithm)
      throws Exception {
    for (int octets : new int[] {algorithm.leastMacOctets(), algorithm.macOctets()}) {
      TsigKey key = TsigVectors.key("Key.Example.", algorithm).withMacOctets(octets);
      TsigSigner client = TsigSigner.ofRequest(key);
      byte[] query = client.sign(QUERY, NOW);
      assertThat(query.length).isEqualTo(MessageCodec.encode(QUERY).length + client.octets());

      TsigRequest request = TsigKeyring.of(List.of(key)).verify(query, NOW);
      assertThat(request.message()).isEqualTo(QUERY);
      assertThat(request.mac().length()).isEqualTo(octets);

      Message reply = Message.replyTo(request.message()).edns(Edns.of(512)).build();
      byte[] response = TsigSigner.ofResponses(request).sign(reply, NOW);
      assertThat(client.responses().verify(response, NOW)).isEqualTo(reply);
      assertThat(TsigAlgorithm.find(algorithm.algorithmName())).contains(algorithm);
    }
  }

  @Test
  void timesBeyondTheFudgeAreRefused() throws Exception {
    byte[] query = TsigSigner.ofRequest(KEY).sign(QUERY, NOW);

    assertThat(KEYRING.verify(query, NOW.plusSeconds(300)).message()).isEqualTo(QUERY);
    assertThat(KEYRING.verify(query, NOW.minusSeconds(300)).message()).isEqualTo(QUERY);
    for (int seconds : new int[] {301, -301}) {
      assertThat(failure(() -> KEYRING.verify(query, NOW.plusSeconds(seconds))).error())
          .isEqualTo(TsigError.BADTIME);
    }
  }

  @Test
  void shorterSignaturesThanTheKeyWantsAreRefused() {
    byte[] query = TsigSigner.ofRequest(KEY.withMacOctets(16)).sign(QUERY, NOW);

    assertThat(failure(() -> KEYRING.verify(query, NOW)).error()).isEqualTo(TsigError.BADTRUNC);
    assertThatIllegalArgumentException().isThrownBy(() -> KEY.withMacOctets(15));
    assertThatIllegalArgumentException().isThrownBy(() -> KEY.withMacOctets(33));
  }

  @Test
  void refusalsSayWhyAndAreSignedWhereTheKeyIsShared() throws Exception {
    TsigSigner late = TsigSigner.ofRequest(KEY);
    byte[] query = late.sign(QUERY, NOW.minusSeconds(1000));
    TsigException badTime = failure(() -> KEYRING.verify(query, NOW));
    byte[] refusal = KEYRING.refusal(query, badTime, NOW);
    TsigException report = failure(() -> late.responses().verify(refusal, NOW));

    assertThat(report.error()).isEqualTo(TsigError.BADTIME);
    assertThat(report.isReport()).isTrue();
    assertThat(tsig(refusal).mac().length()).isEqualTo(32);
    assertThat(Long.parseLong(tsig(refusal).otherData().hex(), 16)).isEqualTo(NOW.getEpochSecond());

    TsigKey stranger = TsigVectors.key("stranger.", TsigAlgorithm.HMAC_SHA256);
    byte[] strange = TsigSigner.ofRequest(stranger).sign(QUERY, NOW);
    TsigException badKey = failure(() -> KEYRING.verify(strange, NOW));
    byte[] unsigned = KEYRING.refusal(strange, badKey, NOW);
    assertThat(badKey.error()).isEqualTo(TsigError.BADKEY);
    assertThat(tsig(unsigned).error()).isEqualTo(17);
    assertThat(tsig(unsigned).mac().isEmpty()).isTrue();
    assertThat(MessageCodec.decode(unsigned).rcode()).isEqualTo(Rcode.NOTAUTH);
  }

  private static TSIG tsig(byte[] message) throws WireFormatException {
    List<ResourceRecord> additionals = MessageCodec.decode(message).additionals();
    return (TSIG) additionals.get(additionals.size() - 1).data();
  }

  @Test
  void unsignedMessagesOfAStreamAreCoveredByTheNextSignature() throws Exception {
    TsigSigner client = TsigSigner.ofRequest(KEY);
    TsigRequest request = KEYRING.verify(client.sign(QUERY, NOW), NOW);
    TsigSigner server = TsigSigner.ofResponses(request);
    TsigVerifier verifier = client.responses();
    Message reply = Message.replyTo(QUERY).build();
    byte[] unsigned = MessageCodec.encode(reply);

    byte[] first = server.sign(reply, NOW);
    verifier.verify(first, NOW);
    assertThat(verifier.verify(unsigned, NOW)).isEqualTo(reply);
    assertThat(verifier.isVerified()).isFalse();
    assertThat(failure(() -> verifier.verify(server.sign(reply, NOW), NOW)).error())
        .as("a signature that does not cover the message before it")
        .isEqualTo(TsigError.BADSIG);

    TsigVerifier patient = client.responses();
    patient.verify(first, NOW);
    for (int i = 0; i < 99; i++) {
      patient.verify(unsigned, NOW);
    }
    assertThat(failure(() -> patient.verify(unsigned, NOW)).error()).isEqualTo(TsigError.FORMERR);
  }

  @Test
  void theSignatureIsTheLastRecordBehindOpt() throws Exception {
    byte[] signed = TsigSigner.ofRequest(KEY).sign(QUERY, NOW);
    Message message = MessageCodec.decode(signed);

    assertThat(message.additionals()).hasSize(1);
    assertThat(message.edns()).isPresent();
    assertThat(MessageCodec.encode(message)).isEqualTo(signed);
    assertThat(MessageCodec.encode(message, 512)).isEqualTo(signed);
    assertThat(KEYRING.verify(MessageCodec.encode(message), NOW).message()).isEqualTo(QUERY);
  }

  @Test
  void aLimitLeavesTheSignatureAndCutsTheRest() throws Exception {
    Message signed = MessageCodec.decode(TsigSigner.ofRequest(KEY).sign(QUERY, NOW));
    Message.Builder longer = QUERY.toBuilder().response();
    for (int i = 0; i < 20; i++) {
      DomainName name = DomainName.of("name-" + i + ".example.");
      longer.answer(new ResourceRecord(name, RRClass.IN, 60, new CNAME(name)));
    }
    longer.additional(signed.additionals().get(0));

    byte[] cut = MessageCodec.encode(longer.build(), 256);
    Message message = MessageCodec.decode(cut);
    assertThat(cut).hasSizeLessThanOrEqualTo(256);
    assertThat(message.header().isTruncated()).isTrue();
    assertThat(message.answers()).hasSizeBetween(1, 19);
    assertThat(message.additionals()).isEqualTo(signed.additionals());
    assertThat(message.edns()).isPresent();
  }

  @Test
  void aSignatureThatIsNotTheLastRecordIsRefused() throws Exception {
    Message signed = MessageCodec.decode(TsigSigner.ofRequest(KEY).sign(QUERY, NOW));
    ResourceRecord tsig = signed.additionals().get(0);
    byte[] inAnswer = MessageCodec.encode(QUERY.toBuilder().answer(tsig).build());
    byte[] twice = MessageCodec.encode(signed.toBuilder().additional(tsig).build());

    for (byte[] octets : List.of(inAnswer, twice)) {
      assertThatExceptionOfType(WireFormatException.class)
          .isThrownBy(() -> MessageCodec.decode(octets))
          .withMessageContaining("TSIG record that is not the last");
    }
  }

  @Test
  void secretsDoNotShow() {
    assertThat(KEY).hasToString("k-sha256. hmac-sha256.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TsigKey.ofBase64(KEY.name(), KEY.algorithm(), ""));
    assertThatIllegalArgumentException().isThrownBy(() -> TsigKeyring.of(List.of(KEY, KEY)));
  }
}
