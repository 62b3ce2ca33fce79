package org.plenum.installer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency directions of docs/architecture.md. */
@AnalyzeClasses(packages = "org.plenum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String MODEL = "org.plenum.model..";
  private static final String RPC = "org.plenum.rpc..";
  private static final String MEDIA = "org.plenum.media..";
  private static final String MANAGEMENT = "org.plenum.management..";
  private static final String NODE = "org.plenum.node..";
  private static final String CONSOLE = "org.plenum.console..";
  private static final String INSTALLER = "org.plenum.installer..";

  @ArchTest
  static final ArchRule sharedModelDependsOnNoOtherModule =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, RPC)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MEDIA, MANAGEMENT, NODE, CONSOLE, INSTALLER);

  @ArchTest
  static final ArchRule mediaKnowsNeitherSignallingNorConfiguration =
      noClasses()
          .that()
          .resideInAPackage(MEDIA)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              MODEL, RPC, MANAGEMENT, NODE, CONSOLE, INSTALLER, "javax.sip..", "gov.nist..");

  @ArchTest
  static final ArchRule managementIsNotOnTheCallPath =
      noClasses()
          .that()
          .resideInAPackage(MANAGEMENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MEDIA, NODE, CONSOLE, INSTALLER);

  @ArchTest
  static final ArchRule nodesKnowOnlyContractsOfTheManagementService =
      noClasses()
          .that()
          .resideInAPackage(NODE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MANAGEMENT, CONSOLE, INSTALLER);

  @ArchTest
  static final ArchRule consoleIsAThinClient =
      noClasses()
          .that()
          .resideInAPackage(CONSOLE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MANAGEMENT, NODE, MEDIA, INSTALLER, "java.sql..");

  @ArchTest
  static final ArchRule onlyTheSipAdapterKnowsSip =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.plenum.node.sip..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.sip..", "gov.nist..");

  @ArchTest
  static final ArchRule conferencesAreSignallingNeutral =
      noClasses()
          .that()
          .resideInAnyPackage("org.plenum.node.conference..", "org.plenum.node.call..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.plenum.node.sip..", "org.plenum.node.sdp..");

  @ArchTest
  static final ArchRule userInterfaceToolkitStaysInTheConsole =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONSOLE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..");

  @ArchTest
  static final ArchRule migrationsBelongToTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.plenum.management.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.flywaydb..");

  @ArchTest
  static final ArchRule nodePackagesHaveNoCycles =
      slices().matching("org.plenum.node.(*)..").should().beFreeOfCycles();
}
