package org.plenum.installer.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.plenum.console.connection.ServerAddress;
import org.plenum.console.ui.MainScreen;
import org.plenum.console.ui.RunningConsole;
import org.plenum.console.ui.Screen;
import org.plenum.management.ManagementConfig;
import org.plenum.management.ManagementService;
import org.plenum.management.change.ChangeResult.Accepted;
import org.plenum.management.change.ChangeSource;
import org.plenum.management.change.Operation;
import org.plenum.management.rest.RestLimits;
import org.plenum.management.setup.Administrator;
import org.plenum.management.setup.NetworkIdentity;
import org.plenum.model.config.Child;
import org.plenum.model.config.Values;

/**
 * The console's table of Virtual Meeting Rooms in front of a management service: what a frame takes
 * while the table is scrolled, and how many parts of the list are fetched, for 100 rooms and for
 * 100,000.
 */
public final class ConsoleTableBenchmark {
  private static final Administrator ADMIN = new Administrator("admin", "correct horse");
  private static final int ROOMS_AT_ONCE = 2_000;
  private static final int FRAMES = 600;

  /** Pixels a frame, as a turned wheel does. */
  private static final double STEP = 30;

  private final PageRequests requests;

  private ConsoleTableBenchmark(PageRequests requests) {
    this.requests = requests;
  }

  /** No arguments. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("javafx.animation.fullspeed", "true");
    ConsoleTableBenchmark benchmark = new ConsoleTableBenchmark(PageRequests.counted());
    // The small table comes before and after the large one: the machine may have changed.
    for (int rooms : new int[] {100, 100_000, 100}) {
      benchmark.measure(rooms);
    }
    System.exit(0);
  }

  private void measure(int rooms) throws Exception {
    Path folder = Files.createTempDirectory("table");
    ManagementConfig config =
        new ManagementConfig(
            folder.resolve("management"),
            "127.0.0.1",
            0,
            0,
            Optional.of(ADMIN),
            new NetworkIdentity(
                "mgr",
                "example.org",
                "192.0.2.10",
                "255.255.255.0",
                "192.0.2.1",
                List.of("192.0.2.53"),
                List.of("ntp.example.org")),
            RestLimits.DEFAULT);
    try (ManagementService service = ManagementService.start(config, InstantSource.system())) {
      fill(service, rooms);
      RunningConsole console =
          RunningConsole.open(
              folder.resolve("profile"),
              new ServerAddress("127.0.0.1", service.httpsPort()),
              folder);
      try {
        System.out.printf("%d rooms%n", rooms);
        measure(console, rooms);
      } finally {
        console.close();
      }
    }
  }

  private void measure(RunningConsole console, int rooms) throws InterruptedException {
    Screen screen = console.screen();
    console.login().submit(ADMIN.username(), ADMIN.password());
    screen.click("login-confirm-trust");
    MainScreen main = console.login().loggedIn();
    requests.taken();
    main.open("virtual-meeting-rooms");
    awaitTotal(screen, rooms);
    System.out.printf("  opened: %d requests%n", requests.taken());
    TableView<?> table = (TableView<?>) screen.await("list-table");
    VirtualFlow<?> flow = (VirtualFlow<?>) Screen.onFx(() -> table.lookup(".virtual-flow"));

    Frames rest = Frames.measure(FRAMES, frame -> table.setOpacity(frame % 2 == 0 ? 1 : 0.99));
    System.out.printf("  painted:  %s, %d requests%n", rest, requests.taken());
    Frames wheel = Frames.measure(FRAMES, frame -> roll(flow, frame, rooms));
    System.out.printf("  scrolled: %s, %d requests%n", wheel, requests.taken());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    Frames leaps = Frames.measure(FRAMES, frame -> table.scrollTo(random.nextInt(rooms)));
    System.out.printf("  leapt:    %s, %d requests%n", leaps, requests.taken());

    screen.type("list-search", "room-000077");
    awaitTotal(screen, 1);
    System.out.printf("  searched: %d requests%n", requests.taken());
  }

  /** Down; and up again where a short list ends. */
  private static void roll(VirtualFlow<?> flow, int frame, int rooms) {
    boolean down = rooms > 1000 || frame / 80 % 2 == 0;
    flow.scrollPixels(down ? STEP : -STEP);
  }

  private static void awaitTotal(Screen screen, int rooms) {
    screen.awaitText("list-total", "%,d in total".formatted(rooms));
  }

  private static void fill(ManagementService service, int rooms) {
    for (int from = 0; from < rooms; from += ROOMS_AT_ONCE) {
      List<Operation> operations = new ArrayList<>();
      for (int number = from; number < Math.min(rooms, from + ROOMS_AT_ONCE); number++) {
        operations.add(room(number));
      }
      if (!(service.core().changeSets().apply("bench", ChangeSource.CSV, operations)
          instanceof Accepted)) {
        throw new IllegalStateException("the change set was refused");
      }
    }
  }

  private static Operation room(int number) {
    String name = "room-%06d".formatted(number);
    return Operation.create(
        "conference",
        Values.of(
            Map.of(
                "name",
                name,
                "description",
                "Meeting room " + number,
                "aliases",
                List.of(
                    new Child(null, Values.of(Map.of("alias", name))),
                    new Child(null, Values.of(Map.of("alias", name + "@example.com")))))));
  }
}
