// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {

  @Test
  void questionsAreOrderedAsTheyAreEqual() {
    List<Question> questions = new ArrayList<>();
    for (String name : List.of(".", "a.", "b.", "A.", "a.a.")) {
      questions.add(new Question(DomainName.of(name), RRType.A));
      questions.add(new Question(DomainName.of(name), RRType.AAAA));
      questions.add(new Question(DomainName.of(name), RRType.A, RRClass.CH));
    }

    for (Question one : questions) {
      for (Question other : questions) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other)))
            .isEqualTo(-Integer.signum(other.compareTo(one)));
      }
    }
  }
}
