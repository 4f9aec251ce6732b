/** The week the figures are for. */
export const handWorkedWeek = { from: '2026-03-02', to: '2026-03-08' } as const

export interface HandWorked {
  readonly value: number
  /** Length of the evidence list; the value itself where absent. */
  readonly n?: number
  /** Entries of the list that count for the upper part, for shares that have one. */
  readonly numerator?: number
}

/** Each figure of the week, worked out by hand from the rows; the arithmetic stands beside it. */
export const expectedOfWeek: Readonly<Record<string, HandWorked>> = {
  // Buyers 1–7, 9, 10 wrote; buyer 8 was written to.
  inquirers: { value: 9 },
  // All but conversation 9.
  inquiries: { value: 11 },
  conversations: { value: 12 },
  // Buyers 1 2 3 5 6 7 9 10.
  servedBuyers: { value: 8 },
  // Without buyer 7 (advertising).
  effectivelyServedBuyers: { value: 7 },
  // Without conversations 5 (nobody) and 9 (agent wrote first).
  servedConversations: { value: 10 },
  // Conversation 5.
  unansweredConversations: { value: 1 },
  messages: { value: 14 },
  // 3 of conversation 1, 4 of conversation 3.
  buyerMessages: { value: 7 },
  agentMessages: { value: 5 },
  // One welcome text, one bot message.
  automaticMessages: { value: 2 },
  // Agents 3+2+2+3+0+2+1+1+1+2+1+1 = 19; buyers 3+2+4+5+2+2+1+1+0+2+1+2 = 25.
  answerRatio: { value: 19 / 25, n: 11 },
  automaticShare: { value: 2 / 14, n: 14, numerator: 2 },
  // 25 + 19 + 6 automatic = 50.
  messagesPerConversation: { value: 50 / 12, n: 12 },
  // 300+120+600+900+60+240+180+60+0+200+100 = 2760; conversation 12 is untimed.
  averageConversationDuration: { value: 2760 / 11, n: 11 },
  // Conversations 1 (10:00–10:05) and 3 (10:02–10:12).
  maximumConcurrentConversations: { value: 2, n: 9 },
  // Buyers 1 and 9.
  returningInquirers: { value: 2 },
  returningInquirerShare: { value: 2 / 9, n: 9, numerator: 2 },

  // 20+40+150+130+10+90+25+45+300 = 810.
  firstResponseTime: { value: 810 / 9, n: 9 },
  // 10 20 25 40 [45] 90 130 150 300.
  firstResponseTimeMedian: { value: 45, n: 9 },
  // Position 0.9 × 8 = 7.2: 150 + 0.2 × (300 − 150).
  firstResponseTimeP90: { value: 180, n: 9 },
  // Waits 60+40+350+430+10+90+25+45+300 = 1350 over 2+1+2+3+1+1+1+1+1 = 13 rounds.
  averageResponseTime: { value: 1350 / 13, n: 9 },
  longestWait: { value: 300, n: 9 },
  replyRate: { value: 8 / 9, n: 9, numerator: 8 },
  // Answered 2+1+2+3+0+1+1+1+1+1+1 = 14 of 2+1+3+3+1+1+1+1+1+1+1 = 16.
  roundAnswerRate: { value: 14 / 16, n: 11 },
  // Timed: 2+1+1+3+0+1+1+1+1+0 = 11 of 15.
  threeMinuteReplyRate: { value: 11 / 15, n: 10 },
  // 20, 10 and 25 of ten timed inquiries.
  thirtySecondAnswerRate: { value: 3 / 10, n: 10, numerator: 3 },
  // 40 and 45 as well.
  fortyFiveSecondAnswerRate: { value: 5 / 10, n: 10, numerator: 5 },
  // 2 + 3 + 1, in conversations 3, 4, 11.
  slowResponses: { value: 6, n: 3 },
  slowResponseRate: { value: 6 / 13, n: 9 },
  // Buyer 3 on Tuesday; buyer 2 had two.
  slowResponseBuyerDays: { value: 1 },
  // Conversation 5 of eleven.
  unansweredRate: { value: 1 / 11, n: 11, numerator: 1 },
  // Conversation 10; 11 began at 23:20.
  douyinFirstResponseTime: { value: 45, n: 1 },
  // Conversations 1–5: 2+1+1+3+0 = 7 of 2+1+3+3+1 = 10.
  taobaoThreeMinuteReplyRate: { value: 7 / 10, n: 5 },
  // Conversations 6 and 8; 7 began at 23:30.
  jdThirtySecondAnswerRate: { value: 1, n: 2, numerator: 2 },

  // Positive 1 6 10 12, negative 3 4 11.
  netSentiment: { value: ((4 - 3) / 11) * 100, n: 11 },
  positiveConversations: { value: 4 },
  negativeConversations: { value: 3 },
  positiveShare: { value: 4 / 11, n: 11, numerator: 4 },
  negativeShare: { value: 3 / 11, n: 11, numerator: 3 },
  // 0.8 + 0 − 0.6 − 0.5 + 0 + 0.6 + 0.1 + 0 + 0.4 − 0.7 + 0.5 = 0.6.
  averageSentimentScore: { value: 0.6 / 11, n: 11 },
  negativeMessages: { value: 3 },
  // Six of the seven buyer messages carry a mood: 1 positive, 2 neutral, 3 negative.
  positiveMessageShare: { value: 1 / 6, n: 6, numerator: 1 },
  negativeMessageShare: { value: 3 / 6, n: 6, numerator: 3 },
  netMessageSentiment: { value: ((1 - 3) / 6) * 100, n: 6 },
  // Conversation 3: 0 → −0.8; conversation 4 only −0.2.
  moodWorsened: { value: 1 },
  // Conversation 1: 0.2 → 0.8, conversation 10: 0 → 0.4.
  moodImproved: { value: 2 },
  moodWorsenedShare: { value: 1 / 11, n: 11, numerator: 1 },
  moodImprovedShare: { value: 2 / 11, n: 11, numerator: 2 },

  mentions: { value: 9 },
  // 2 3 4 7 8.
  negativeMentions: { value: 5 },
  // 1 5 6.
  positiveMentions: { value: 3 },
  netOpinionSentiment: { value: ((3 - 5) / 9) * 100, n: 9 },
  negativeMentionShare: { value: 5 / 9, n: 9, numerator: 5 },
  // Buyers 1 2 3 5 9 11.
  mentioningBuyers: { value: 6 },
  // Conversations 1 3 4 6 10 11, review 2, response 1.
  opinionSubjects: { value: 8 },
  // 2+3+2+1+1+2+3+2+1 = 17.
  averageStrength: { value: 17 / 9, n: 9 },
  conversationsWithOpinion: { value: 6 },
  opinionConversationShare: { value: 6 / 11, n: 11, numerator: 6 },
  // Conversations 3 4 11.
  negativeOpinionConversations: { value: 3 },
  // Mentions 2 3 4 7 against eleven inquiries.
  negativeMentionsPerHundred: { value: (4 / 11) * 100, n: 4 },

  // Buyers 1 2 3 5 6 9 10; buyer 4 was not served.
  presaleInquirers: { value: 7 },
  // Buyers 1 2 5 9 10.
  orderedInquirers: { value: 5 },
  // Buyers 1 5 9 10.
  convertedInquirers: { value: 4 },
  inquiryConversion: { value: 4 / 7, n: 7, numerator: 4 },
  inquiryOrderRate: { value: 5 / 7, n: 7, numerator: 5 },
  inquiryLossRate: { value: 3 / 7, n: 7, numerator: 3 },
  // 300 + 200 + 150 + 50, four conversations.
  agentSales: { value: 700, n: 4 },
  agentSalesShare: { value: 700 / 1000, n: 4 },
  silentSalesShare: { value: 300 / 1000, n: 6 },
  // tmall 1001–1005, jd 1001, douyin D1.
  orders: { value: 7 },
  // Without 1002.
  paidOrders: { value: 6 },
  paymentRate: { value: 6 / 7, n: 7, numerator: 6 },
  // (200+100) + 200 + 150 + 50 + 90 + 210.
  paidAmount: { value: 1000, n: 6 },
  // Buyers 1 5 9 10 12.
  buyers: { value: 5 },
  averageOrderValue: { value: 1000 / 5, n: 5 },
  // 1+2+2+1+1+1+2 = 10 items.
  itemsPerBuyer: { value: 10 / 5, n: 5 },
  averageItemPrice: { value: 1000 / 10, n: 6 },
  // Buyer 1 with 1001 and 1004.
  repeatBuyers: { value: 1 },
  repurchaseRate: { value: 1 / 5, n: 5, numerator: 1 },
  // Conversations 1 6 10 12.
  convertedConversations: { value: 4 },

  refunds: { value: 3 },
  // 100 + 50 + 50.
  refundAmount: { value: 200, n: 3 },
  averageRefundAmount: { value: 200 / 3, n: 3 },
  refundRateByAmount: { value: 200 / 1000, n: 3 },
  // tmall 1001 and jd 1001 of six paid orders.
  refundRateByOrders: { value: 2 / 6, n: 2 },
  qualityRefunds: { value: 1 },
  qualityRefundRate: { value: 1 / 6, n: 1 },
  qualityRefundShare: { value: 1 / 3, n: 3, numerator: 1 },
  platformAssistRate: { value: 1 / 6, n: 1 },

  // 5, 4 and 9 of 10 are in the top two boxes, 2 is not.
  csat: { value: 3 / 4, n: 4, numerator: 3 },
  // (5 + 4 + 2 + 9) / 4.
  csatMean: { value: 5, n: 4 },
  // 10 and 9 promote, 6 detracts, 8 is passive.
  nps: { value: ((2 - 1) / 4) * 100, n: 4 },
  promoterShare: { value: 2 / 4, n: 4, numerator: 2 },
  detractorShare: { value: 1 / 4, n: 4, numerator: 1 },
  // 5 of 7 and 4 of 5 agree, 3 of 7 does not.
  ces: { value: 2 / 3, n: 3, numerator: 2 },
  surveyAnswers: { value: 13 },
  surveyResponses: { value: 6 },
  agentRatings: { value: 5 },
  // 5 and 4.
  agentGoodRate: { value: 2 / 5, n: 5, numerator: 2 },
  // 1, 2 and 2.
  agentBadRate: { value: 3 / 5, n: 5, numerator: 3 },
  agentRatingMean: { value: 14 / 5, n: 5 },
  // Conversations 1 3 4 6 11 of ten served.
  ratedConversationShare: { value: 5 / 10, n: 10, numerator: 5 },

  reviews: { value: 6 },
  writtenReviews: { value: 5 },
  // 5 + 1 + 3 + 5 + 2 = 16.
  averageReviewScore: { value: 16 / 5, n: 5 },
  badReviews: { value: 2 },
  // Reviews 1 and 4 of five with a rating.
  goodReviewRate: { value: 2 / 5, n: 5, numerator: 2 },
  // Reviews 2 and 6.
  badReviewRate: { value: 2 / 5, n: 5, numerator: 2 },
  mediumBadReviewRate: { value: 3 / 5, n: 5, numerator: 3 },
  // Review 2 of five written ones; 6 is polite in words.
  negativeReviewShare: { value: 1 / 5, n: 5, numerator: 1 },
  // Positive 1 and 5, negative 2.
  reviewNetSentiment: { value: ((2 - 1) / 5) * 100, n: 5 },
  appendedReviewShare: { value: 1 / 6, n: 6, numerator: 1 },
  repliedReviewShare: { value: 2 / 6, n: 6, numerator: 2 },
  pictureReviewShare: { value: 1 / 6, n: 6, numerator: 1 },
}
