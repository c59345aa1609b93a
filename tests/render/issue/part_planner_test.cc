#include "render/issue/part_planner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/error_text.h"

namespace l10n_drift {
namespace {

const IssueFile kFile = {.path = "content/ko/a.md", .labels = {"M1"}, .change = "0-0"};

const std::vector<PeopleText> kNoTexts;

const IssueFrame kFrame = {.title = "# T\n\n", .subject = "S", .marker = {}, .crlf = false};

// A section with `count` items of `length` characters each.
IssueSection section(const std::string& name, std::size_t count, std::size_t length = 100) {
  const std::string text = std::string(length - 2, 'x') + '\n';
  IssueSection made = {.name = name, .opening = {}, .continued = {}, .items = {}, .closing = {}};
  made.items.assign(count, {.text = text, .file = &kFile});
  return made;
}

// "M[0,2) D[0,1)" of a part; in parentheses what people wrote.
std::string text_of(const PartPlan& plan) {
  std::string text = plan.above.empty() ? "" : '(' + plan.above + ") ";
  for (const Piece& piece : plan.pieces) {
    text += piece.section->name + '[' + std::to_string(piece.begin) + ',' +
            std::to_string(piece.end) + ") ";
    if (!piece.below.empty()) text += '(' + piece.below + ") ";
  }
  return text;
}

std::vector<std::string> texts_of(const std::vector<PartPlan>& plans) {
  std::vector<std::string> texts;
  for (const PartPlan& plan : plans) texts.push_back(text_of(plan));
  return texts;
}

// Room for so many items of M in a part, and their ids.
std::size_t room_for(std::size_t items) {
  return empty_part_length(kFrame, 1, {}) + empty_piece_length(section("M", 0)) +
         items * item_length(section("M", 1).items[0]);
}

using Texts = std::vector<std::string>;

TEST(PartPlanner, FillsOnePartAfterTheOther) {
  const std::vector<IssueSection> sections = {section("M", 30), section("D", 1)};
  PartPlanner planner(kFrame, kNoTexts, room_for(10), room_for(10));
  for (const IssueSection& each : sections) planner.add(each);
  EXPECT_EQ(texts_of(planner.finish()), (Texts{"M[0,10) ", "M[10,20) ", "M[20,30) ", "D[0,1) "}));
}

TEST(PartPlanner, LeavesRoomForAListThatGrows) {
  const std::vector<IssueSection> sections = {section("M", 12), section("D", 1, 600)};
  PartPlanner planner(kFrame, kNoTexts, room_for(10), room_for(5));
  for (const IssueSection& each : sections) planner.add(each);
  EXPECT_EQ(texts_of(planner.finish()), (Texts{"M[0,5) ", "M[5,10) ", "M[10,12) ", "D[0,1) "}))
      << "the last item fills a part by itself, and fits";
}

TEST(PartPlanner, WhatPeopleWroteGoesBelowThePieceOrToTheNextPart) {
  const std::vector<IssueSection> sections = {section("M", 3), section("D", 1)};
  PartPlanner planner(kFrame, kNoTexts, room_for(10), room_for(10));
  planner.add(sections[0]);
  planner.add_text("near");
  planner.add_text(std::string(room_for(5) - room_for(0), 'x'));
  planner.add(sections[1]);
  planner.add_text(std::string(room_for(10) - room_for(0), 'y'));
  const std::vector<PartPlan> plans = planner.finish();
  ASSERT_EQ(plans.size(), 2u);
  EXPECT_EQ(plans[0].pieces.size(), 2u);
  EXPECT_TRUE(plans[0].pieces[0].below.starts_with("nearx"));
  EXPECT_TRUE(plans[1].above.starts_with("yy"));
}

TEST(PartPlanner, SaysWhatDoesNotFit) {
  const std::vector<IssueSection> sections = {section("M", 1)};
  EXPECT_EQ(error_text([&] { PartPlanner(kFrame, kNoTexts, 50, 50); }),
            "--max-chars: 50 is too small for a part of this issue | --max-chars 65536 is what "
            "GitHub takes");
  PeopleText text;
  text.end = std::string(2'000, 'x');
  const std::vector<PeopleText> texts = {text};
  EXPECT_EQ(error_text([&] { PartPlanner(kFrame, texts, 2'000, 2'000); }),
            "what people wrote in part 1 of the issue leaves no room for the rest | move some of "
            "it into a comment of its own");
  PartPlanner planner(kFrame, kNoTexts, room_for(1), room_for(1));
  EXPECT_TRUE(planner.item_fits(sections[0], sections[0].items[0]));
  EXPECT_FALSE(planner.item_fits(sections[0], section("M", 1, 300).items[0]));
}

}  // namespace
}  // namespace l10n_drift
