package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.model.resource.Authentication;
import org.plenum.model.resource.Conference;
import org.plenum.model.resource.ConferenceSyncTemplate;
import org.plenum.model.resource.PlenumResources;
import org.plenum.model.resource.WorkerVm;

class CanonicalFormTest {
  private static String kept(Class<? extends Record> type, String field, String text) {
    return CanonicalForm.of(PlenumResources.catalog().type(type), Values.of(Map.of(field, text)))
        .text(field);
  }

  @ParameterizedTest
  @Tag("SYS-357")
  @CsvSource({
    "2001:DB8:0:0::5, 2001:db8::5",
    "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
    "not an address, not an address"
  })
  void ipv6AddressesHaveOneForm(String text, String kept) {
    assertThat(kept(WorkerVm.class, "ipv6_address", text)).isEqualTo(kept);
  }

  @Test
  void charactersAreComposed() {
    assertThat(kept(Conference.class, "name", "A\u0308pfel")).isEqualTo("\u00C4pfel");
  }

  @Test
  void distinguishedNamesHaveNoSpacesAroundSeparators() {
    assertThat(kept(Authentication.class, "ldap_base_dn", "dc=a\\,b , dc=com"))
        .isEqualTo("dc=a\\,b,dc=com");
  }

  @ParameterizedTest
  @Tag("SVC-278")
  @CsvSource(
      delimiter = '>',
      value = {
        "mail=* > (mail=*)",
        "&(a=b)(c=d) > (&(a=b)(c=d))",
        "' (&(a=b)(c=d) (e=f)) ' > (&(a=b)(c=d)(e=f))",
        "(& (a=b) (! (c=d) ) ) > (&(a=b)(!(c=d)))",
        "(memberOf=cn=sales, ou=groups) > (memberOf=cn=sales, ou=groups)",
        "(!(memberOf=cn=sales,dc=com)) > (!(memberOf=cn=sales,dc=com))",
        "(&(!(cn=a))(!(cn=b c))) > (&(!(cn=a))(!(cn=b c)))"
      })
  void filtersOfADirectoryAreKeptAsDirectoriesReadThem(String text, String kept) {
    assertThat(Syntax.LDAP_FILTER.allows(text)).isTrue();
    assertThat(kept(ConferenceSyncTemplate.class, "ldap_user_filter", text)).isEqualTo(kept);
  }
}
