"""Charts of relief options as PNG, with the same figures in words. Drawn by matplotlib, which is an extra."""

from bot.pictures.chart import Chart, Panel, Row, alt_text
from bot.pictures.draw import PicturesMissing, draw_png
from bot.pictures.relief import overlap_chart, reach_chart

__all__ = ["Chart", "Panel", "PicturesMissing", "Row", "alt_text", "draw_png", "overlap_chart", "reach_chart"]
