package org.plenum.console.participants;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.plenum.console.i18n.Messages;
import org.plenum.rpc.status.MediaStreamStatus;

/** The media streams of a participant: one row for each type (DIAG-179 to DIAG-191). */
final class StreamTable {
  private static final double ROW_HEIGHT = 34;
  private static final int ROWS = 4;

  private final Messages messages;
  private final TableView<MediaStreamStatus> table = new TableView<>();

  StreamTable(Messages messages) {
    this.messages = messages;
    table.setId("participant-streams");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setPrefHeight(ROW_HEIGHT * ROWS);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(messages.get("stream.none")));
    add("type", stream -> messages.value("stream.type.", stream.getType()), 80);
    add("tx_codec", MediaStreamStatus::getTxCodec, 80);
    add("tx_bitrate", stream -> String.valueOf(stream.getTxBitrate()), 90);
    add("tx_resolution", stream -> picture(stream.getTxResolution(), stream.getTxFps()), 130);
    add("tx_lost", stream -> lost(stream.getTxPacketsLost(), stream.getTxPacketsSent()), 110);
    add("rx_codec", MediaStreamStatus::getRxCodec, 80);
    add("rx_bitrate", stream -> String.valueOf(stream.getRxBitrate()), 90);
    add("rx_resolution", stream -> picture(stream.getRxResolution(), stream.getRxFps()), 130);
    add("rx_lost", stream -> lost(stream.getRxPacketsLost(), stream.getRxPacketsReceived()), 110);
    add("rx_jitter", stream -> format("%.1f", stream.getRxJitter()), 80);
    add(
        "round_trip",
        stream -> stream.getRoundTrip() < 0 ? "" : String.valueOf(stream.getRoundTrip()),
        80);
  }

  TableView<MediaStreamStatus> view() {
    return table;
  }

  void show(List<MediaStreamStatus> streams) {
    table.getItems().setAll(streams);
  }

  private void add(String id, Function<MediaStreamStatus, String> text, double width) {
    TableColumn<MediaStreamStatus, String> column = new TableColumn<>(messages.get("stream." + id));
    column.setId(id);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
    table.getColumns().add(column);
  }

  private static String picture(String resolution, double fps) {
    return resolution.isEmpty() ? "" : format("%s @ %.0f", resolution, fps);
  }

  private static String lost(long lost, long total) {
    return total == 0 ? "" : format("%d (%.1f %%)", lost, 100.0 * lost / total);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ENGLISH, pattern, arguments);
  }
}
