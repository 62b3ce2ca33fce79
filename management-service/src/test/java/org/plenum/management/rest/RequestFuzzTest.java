package org.plenum.management.rest;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import org.plenum.management.query.InvalidQueryException;
import org.plenum.management.query.QueryParser;
import org.plenum.management.store.ResourceAttributes;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.resource.PlenumResources;

/** Whatever a client sends, the answer is an error of the API at worst. */
class RequestFuzzTest {
  private static final ResourceCatalog CATALOG = PlenumResources.catalog();
  private static final QueryParser PARSER =
      new QueryParser(
          new ResourceAttributes(
              CATALOG, CATALOG.find("conference").orElseThrow(), Permissions.ALL));

  @FuzzTest
  void readsAnyListRequest(FuzzedDataProvider data) {
    String name = data.consumeString(100);
    String value = data.consumeRemainingAsString();
    try {
      PARSER.parse(Map.of(name, List.of(value)));
    } catch (InvalidQueryException e) {
      // The client hears what is wrong.
    }
  }

  @FuzzTest
  void readsAnyBody(byte[] body) {
    try {
      JsonBody.parse(body);
    } catch (RestException e) {
      // The client hears what is wrong.
    }
  }

  @FuzzTest
  void readsAnyAuthorization(FuzzedDataProvider data) {
    BasicCredentials.parse(data.consumeRemainingAsString());
  }
}
