package org.plenum.management.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.management.query.ListQuery;
import org.plenum.management.query.QueryParser;
import org.plenum.management.testing.StoreFixture;
import org.plenum.model.access.Permissions;
import org.plenum.model.config.FieldType;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;

/**
 * The lists that large platforms ask for use an index, so their cost does not grow with the table.
 */
class QueryPlanTest {
  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void openStore() {
    fixture = new StoreFixture(folder);
  }

  @AfterEach
  void closeStore() {
    fixture.close();
  }

  private String plan(String parameter, String value) {
    return plan(fixture.type("conference"), parameter, value);
  }

  private String plan(ResourceType<?> type, String parameter, String value) {
    ListQuery query =
        new QueryParser(new ResourceAttributes(fixture.store().catalog(), type, Permissions.ALL))
            .parse(Map.of(parameter, List.of(value)));
    FilterSql sql = new FilterSql(fixture.store().catalog(), type);
    return plan(sql.ids(query), sql.parameters());
  }

  private String plan(String statement, List<Object> parameters) {
    return fixture
        .database()
        .read(
            handle -> {
              Query explain = handle.createQuery("EXPLAIN QUERY PLAN " + statement);
              for (int i = 0; i < parameters.size(); i++) {
                explain.bind(i, parameters.get(i));
              }
              return String.join(
                  "\n", explain.map((row, context) -> row.getString("detail")).list());
            });
  }

  @Test
  void findsNamesAndAliasesByIndex() {
    assertThat(plan("name", "Meet")).contains("USING INDEX unique_cfg_conference__name__key");
    assertThat(plan("name__iexact", "MEET")).contains("unique_cfg_conference__name__key");
    assertThat(plan("aliases__alias__iexact", "MEET"))
        .contains("unique_cfg_conference_alias__alias__key")
        .doesNotContain("SCAN t");
    assertThat(plan("id", "7")).contains("USING INTEGER PRIMARY KEY");
  }

  @Test
  @Tag("DIAG-453")
  void findsServiceTagsByIndex() {
    assertThat(plan("tag", "blue")).contains("SEARCH t USING COVERING INDEX");
  }

  @Test
  void findsBeginningsOfNamesByIndex() {
    assertThat(plan("name__istartswith", "Me")).contains("SEARCH t USING COVERING INDEX");
    assertThat(plan("name__startswith", "Me")).contains("SEARCH t USING INDEX");
  }

  @Test
  void looksForPartsOfNamesInTheIndexAlone() {
    assertThat(plan("name__icontains", "ee"))
        .contains("SCAN k USING COVERING INDEX")
        .doesNotContain("SCAN t");
    assertThat(plan("name__contains", "ee")).contains("SCAN k USING COVERING INDEX");
    assertThat(plan("aliases__alias__icontains", "ee")).doesNotContain("SCAN t");
  }

  @Test
  @Tag("SVX-327")
  void ordersByTheNameOfTheThemeInTheIndexAlone() {
    assertThat(plan("order_by", "ivr_theme"))
        .contains("SCAN t USING COVERING INDEX")
        .contains("SEARCH r USING INTEGER PRIMARY KEY");
  }

  @Test
  void ordersByNameAndTimeWithoutSorting() {
    for (String order : List.of("name", "-name", "creation_time", "-creation_time")) {
      assertThat(plan("order_by", order))
          .contains("SCAN t USING COVERING INDEX")
          .doesNotContain("TEMP B-TREE");
    }
  }

  @Test
  @Tag("SVX-322")
  void countsWhatRefersToTheRowsOfAPageInTheIndexesOfTheReferencesAlone() {
    ResourceCatalog catalog = fixture.store().catalog();
    for (ResourceType<?> type : catalog.types()) {
      ResourceLayout layout = new ResourceLayout(type);
      for (FieldType list : type.inverseFields()) {
        String count = ResourceTable.numbersSql(layout, ListLength.sql(catalog, list));
        for (String plan :
            List.of(plan(count, List.of("[1,2]")), plan(type, "order_by", "-" + list.name()))) {
          assertThat(plan)
              .as("%s.%s", type.name(), list.name())
              .contains("SEARCH r USING COVERING INDEX")
              .doesNotContain("SCAN r");
        }
        assertThat(plan(count, List.of("[1,2]"))).contains("SEARCH t USING INTEGER PRIMARY KEY");
      }
    }
  }
}
