/** A sample under the demo article; its author is called so that nobody takes it for a reader's. */
export interface Sample {
  /** Short, since an id is made of it. */
  name: string;
  answers?: string;
  author: string;
  body: string;
  minutesAgo: number;
  likes?: number;
  badge?: 'newsroom';
  picked?: true;
}

export const samples: readonly Sample[] = [
  {
    name: 'mot-cua',
    author: '(mẫu) Nguyễn Thu Hà',
    body: 'Tôi vừa làm thủ tục ở Trung tâm Hành chính công tỉnh, giấy hẹn năm ngày thì ba ngày đã có kết quả. Cán bộ hướng dẫn tận tình, nói dễ hiểu. Mong các xã, phường cũng làm được như vậy.',
    minutesAgo: 300,
    likes: 18,
    picked: true,
  },
  {
    name: 'hoi-them',
    answers: 'mot-cua',
    author: '(mẫu) Trần Văn Bình',
    body: 'Xin hỏi chị, hồ sơ nộp qua mạng hay phải đến tận nơi ạ?',
    minutesAgo: 260,
    likes: 2,
  },
  {
    name: 'tra-loi',
    answers: 'hoi-them',
    author: '(mẫu) Nguyễn Thu Hà',
    body: 'Tôi nộp qua mạng, chỉ đến một lần để nhận kết quả, bác ạ.',
    minutesAgo: 245,
    likes: 5,
  },
  {
    name: 'toa-soan',
    answers: 'mot-cua',
    author: 'Tòa soạn (mẫu)',
    body: 'Cảm ơn bạn đã chia sẻ. Tòa soạn sẽ tìm hiểu việc triển khai một cửa ở cấp xã và thông tin tới bạn đọc trong các bài sau.',
    minutesAgo: 200,
    likes: 7,
    badge: 'newsroom',
  },
  {
    name: 'con-so',
    author: '(mẫu) Phạm Minh Đức',
    body: 'Bài viết cho biết tỉnh đã có 335 dịch vụ công mức độ 3 và 27 dịch vụ công mức độ 4. Không rõ bao nhiêu hồ sơ thực sự được nộp trực tuyến? Con số đó mới cho thấy người dân đã quen dùng hay chưa.',
    minutesAgo: 180,
    likes: 11,
  },
  {
    name: 'nguoi-lon-tuoi',
    answers: 'con-so',
    author: '(mẫu) Lê Thị Mai',
    body: 'Tôi cũng muốn biết điều này. Bố mẹ tôi ở quê vẫn phải nhờ con cháu nộp giúp, vì với người lớn tuổi trang web hơi khó dùng.',
    minutesAgo: 150,
    likes: 4,
  },
  {
    name: 'huong-dan',
    author: '(mẫu) Hoàng Ngọc Anh',
    body: 'Nên có thêm video ngắn hướng dẫn từng thủ tục. Nhiều người không ngại làm trực tuyến, chỉ không biết bắt đầu từ đâu.',
    minutesAgo: 90,
    likes: 6,
  },
];
